package io.fulfilment.payment.application;

import io.fulfilment.messaging.CauseContext;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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
    /** Calls that are resumed wait in the database rather than for their turn. */
    private static final int CALLS_PER_TURN = 4;

    private final CardGateway gateway;
    private final RecordAnswers answers;
    private final GatewaySettings settings;
    private final CauseContext causes;
    private final CallsOut out = new CallsOut();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MicroBatch<GatewayResult> results = new MicroBatch<>(BATCH, this::record);

    GatewayWorker(CardGateway gateway, RecordAnswers answers, GatewaySettings settings, CauseContext causes) {
        this.gateway = gateway;
        this.answers = answers;
        this.settings = settings;
        this.causes = causes;
    }

    /** How many more calls would get their turn soon; none as long as the gateway is out of order. */
    int places() {
        return gateway.isOpen() ? Math.max(0, settings.concurrency() * CALLS_PER_TURN - out.size()) : 0;
    }

    /** The calls whose leases run out before they end, unless prolonged. What takes too long is another's to resume. */
    List<GatewayCall> needMoreTime() {
        return out.outFor(settings.lease().dividedBy(3), settings.longestCall());
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
            calls.forEach(call -> threads.execute(() -> make(call)));
        } catch (RejectedExecutionException e) {
            log.info("Stopping: calls to the gateway are left to another process");
        }
    }

    private void make(GatewayCall call) {
        out.begin(call);
        try {
            results.add(new GatewayResult(call, perform(call)));
        } finally {
            out.end(call);
        }
    }

    private GatewayAnswer perform(GatewayCall call) {
        try (var _ = causes.enter(call.cause())) {
            return gateway.perform(call);
        }
    }

    private void record(List<GatewayResult> batch) {
        start(answers.record(batch));
    }

    /** Waits for the calls that are out; the gateway's time limits bound it. */
    @Override
    public void destroy() {
        threads.close();
    }
}
