package io.fulfilment.payment.application;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes the calls that are stored, each on a virtual thread and outside any transaction, and has the answers recorded in
 * batches of whatever has come in. Nothing is lost with this process: a call that it leaves undone, or whose answer it
 * can't record, is taken up again when its lease runs out.
 */
@Component
class GatewayWorker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(GatewayWorker.class);
    private static final int BATCH = 500;
    private static final int CONFLICTS = 5;

    private final CardGateway gateway;
    private final SettlePayments payments;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MicroBatch<GatewayResult> results = new MicroBatch<>(BATCH, this::record);

    GatewayWorker(CardGateway gateway, SettlePayments payments) {
        this.gateway = gateway;
        this.payments = payments;
    }

    /** Makes calls that the current transaction adds, once it is committed. */
    void startAfterCommit(List<GatewayCall> calls) {
        if (!calls.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    start(calls);
                }
            });
        }
    }

    void start(Collection<GatewayCall> calls) {
        try {
            calls.forEach(call -> threads.execute(() -> results.add(new GatewayResult(call, gateway.perform(call)))));
        } catch (RejectedExecutionException e) {
            log.info("Stopping: calls to the gateway are left to another process");
        }
    }

    private void record(List<GatewayResult> batch) {
        try {
            start(settle(batch, CONFLICTS));
        } catch (RuntimeException e) {
            log.error("{} answers of the gateway not recorded; they will be looked up again", batch.size(), e);
        }
    }

    /** A command may have changed a payment meanwhile; what the answer means is then decided anew. */
    private List<GatewayCall> settle(List<GatewayResult> batch, int conflicts) {
        try {
            return payments.settle(batch);
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
            if (conflicts == 0) {
                throw e;
            }
            return settle(batch, conflicts - 1);
        }
    }

    /** Waits for the calls that are out; the gateway's time limits bound it. */
    @Override
    public void destroy() {
        threads.close();
    }
}
