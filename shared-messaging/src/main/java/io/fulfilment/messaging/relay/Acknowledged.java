package io.fulfilment.messaging.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that the broker has, and that are still in the queue. They leave it together, after moments: what is published again
 * after a crash in between is recognised by its receivers.
 */
final class Acknowledged {

    private static final long LONGEST_NANOS = Duration.ofMillis(100).toNanos();
    private static final int MOST = 10_000;

    private final OutboxQueue queue;
    private final List<Long> ids = new ArrayList<>();
    private long since;

    Acknowledged(OutboxQueue queue) {
        this.queue = queue;
    }

    void add(List<UnpublishedRow> rows) {
        if (ids.isEmpty()) {
            since = System.nanoTime();
        }
        rows.forEach(row -> ids.add(row.id()));
    }

    /** Takes them out of the queue if it is time. */
    void settle() {
        if (nanosLeft() <= 0 || ids.size() >= MOST) {
            flush();
        }
    }

    /** Takes them out of the queue. */
    void flush() {
        if (!ids.isEmpty()) {
            queue.remove(ids);
            ids.clear();
        }
    }

    /** How long they may stay. */
    long nanosLeft() {
        return ids.isEmpty() ? Long.MAX_VALUE : since + LONGEST_NANOS - System.nanoTime();
    }
}
