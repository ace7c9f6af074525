package io.fulfilment.notification.application;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has mails sent on virtual threads, outside any transaction, and what became of them recorded. A mail whose end can't
 * be recorded stays marked as being sent, and is given up as unknown when its lease runs out.
 */
@Component
class MailWorker implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MailWorker.class);
    private static final int BATCH = 10;
    private static final int RECORDING_ATTEMPTS = 8;
    private static final Backoff RECORDING = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(4));

    private final PostOffice postOffice;
    private final Notifications notifications;
    private final RecordDeliveries deliveries;
    private final int capacity;
    private final AtomicInteger underWay = new AtomicInteger();
    /** Whether there was more to send than there were places. */
    private volatile boolean backlog;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    MailWorker(
            PostOffice postOffice,
            Notifications notifications,
            RecordDeliveries deliveries,
            DeliverySettings settings) {
        this.postOffice = postOffice;
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.capacity = settings.connections() * BATCH;
    }

    /**
     * How many more mails would go out at once. The others had better stay pending: what is marked as being sent is lost
     * to a crash.
     */
    int places() {
        return postOffice.isOpen() ? Math.max(0, capacity - underWay.get()) : 0;
    }

    /**
     * Sends mails that the current transaction marks as being sent, once it is committed.
     *
     * @param more whether it leaves others pending, which are due
     */
    void startAfterCommit(List<Mail> mails, boolean more) {
        if (!mails.isEmpty() || more) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    backlog |= more;
                    start(mails);
                }
            });
        }
    }

    /** Sends what is due, as far as there are places. */
    void resume() {
        int places = places();
        if (places > 0) {
            List<Mail> due = notifications.claimDue(places);
            backlog = due.size() == places;
            start(due);
        }
    }

    private void start(List<Mail> mails) {
        for (int from = 0; from < mails.size(); from += BATCH) {
            List<Mail> batch = List.copyOf(mails.subList(from, Math.min(from + BATCH, mails.size())));
            underWay.addAndGet(batch.size());
            try {
                threads.execute(() -> send(batch));
            } catch (RejectedExecutionException e) {
                underWay.addAndGet(-batch.size());
                putBack(batch);
            }
        }
    }

    private void putBack(List<Mail> mails) {
        try {
            deliveries.putBack(mails);
        } catch (DataAccessException | TransactionException e) {
            log.error("Stopping: {} mails are not sent, and can't be put back", mails.size(), e);
        }
    }

    private void send(List<Mail> mails) {
        try {
            record(postOffice.deliver(mails), 0);
        } catch (RuntimeException e) {
            log.error("Not recorded what became of {} mails", mails.size(), e);
        } finally {
            underWay.addAndGet(-mails.size());
        }
        if (backlog && !threads.isShutdown()) {
            resumeQuietly();
        }
    }

    /** The poll does it otherwise. */
    private void resumeQuietly() {
        try {
            resume();
        } catch (DataAccessException e) {
            log.warn("Due notifications can't be claimed: {}", e.getMessage());
        }
    }

    /** What was sent can't be sent again to learn of it: a database that is away for a while is waited for. */
    private void record(List<Delivery> results, int attempts) {
        try {
            deliveries.record(results);
        } catch (DataAccessException | TransactionException e) {
            if (attempts == RECORDING_ATTEMPTS || !waited(RECORDING.after(attempts))) {
                throw e;
            }
            record(results, attempts + 1);
        }
    }

    private static boolean waited(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for the mails that are on their way; the time limits of the mail server bound it. */
    @Override
    public void destroy() {
        threads.close();
    }
}
