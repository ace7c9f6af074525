package io.fulfilment.messaging.group;

import io.fulfilment.messaging.retry.Backoff;
import io.fulfilment.messaging.retry.Causes;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Fetches a batch that failed again, after a pause, however often: nothing is skipped, and no offset is committed.
 * Between two attempts the consumer polls, so that it stays in its group.
 */
public final class RetryForever implements CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RetryForever.class);

    private final Backoff backoff;
    private final ThreadLocal<Streak> streaks = ThreadLocal.withInitial(() -> new Streak(0, System.nanoTime()));

    private record Streak(int failures, long last) {}

    public RetryForever(Backoff backoff) {
        this.backoff = backoff;
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable listener) {
        records.partitions().stream()
                .filter(consumer.assignment()::contains)
                .forEach(partition -> consumer.seek(
                        partition, records.records(partition).getFirst().offset()));
        pause(failure, container);
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batch) {
        pause(failure, container);
    }

    private void pause(Exception failure, MessageListenerContainer container) {
        int failures = failuresInARow();
        long millis = backoff.after(failures).toMillis();
        LOG.warn("Consuming failed {} times in a row; next attempt in {} ms: {}", failures, millis, Causes.of(failure));
        LOG.debug("Consuming failed", failure);
        try {
            ListenerUtils.stoppableSleep(container, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure that comes long after the one before begins anew. */
    private int failuresInARow() {
        Streak last = streaks.get();
        long now = System.nanoTime();
        boolean row = now - last.last() < 4 * backoff.max().toNanos();
        streaks.set(new Streak(row ? last.failures() + 1 : 1, now));
        return streaks.get().failures();
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void setAckAfterHandle(boolean ack) {
        throw new UnsupportedOperationException("a batch that failed is never acknowledged");
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public void clearThreadState() {
        streaks.remove();
    }
}
