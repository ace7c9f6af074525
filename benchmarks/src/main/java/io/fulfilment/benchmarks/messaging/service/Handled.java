package io.fulfilment.benchmarks.messaging.service;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What has taken effect so far. */
final class Handled {

    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private final KeyOrder order = new KeyOrder();
    private long begunAt;
    private long lastAt;
    private int count;

    synchronized void begin() {
        if (begunAt == 0) {
            begunAt = System.nanoTime();
        }
    }

    synchronized void took(List<KeyAndSequence> messages, int effects) {
        messages.forEach(message -> order.see(message.key(), message.sequence()));
        count += effects;
        lastAt = System.nanoTime();
    }

    record KeyAndSequence(String key, long sequence) {}

    /** Waits for that many effects; whoever waits for the answer knows for how long. */
    Outcome await(int effects) {
        while (count() < effects) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return outcome();
    }

    private synchronized int count() {
        return count;
    }

    private synchronized Outcome outcome() {
        return new Outcome(count, lastAt - begunAt, order.seen());
    }

    /** @param nanos from the first batch's arrival at the handler to the last commit */
    record Outcome(int effects, long nanos, KeyOrder.Seen seen) {}
}
