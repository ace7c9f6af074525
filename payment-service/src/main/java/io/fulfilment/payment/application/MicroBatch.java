package io.fulfilment.payment.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Hands items to an action in batches, without waiting for a batch to fill and without a thread of its own: whoever adds
 * an item while no batch is under way runs the action itself, and what is added meanwhile makes the next batch. So a
 * lone item is never delayed, and batches grow with the load.
 */
final class MicroBatch<T> {

    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private final ReentrantLock running = new ReentrantLock();
    private final int limit;
    private final Consumer<List<T>> action;

    /** @param action must not throw: the items of others may be in the batch */
    MicroBatch(int limit, Consumer<List<T>> action) {
        this.limit = limit;
        this.action = action;
    }

    void add(T item) {
        items.add(item);
        // The runner looks once more after unlocking, so an item that came too late for its batch isn't left behind.
        while (!items.isEmpty() && running.tryLock()) {
            try {
                runOnce();
            } finally {
                running.unlock();
            }
        }
    }

    private void runOnce() {
        var batch = new ArrayList<T>();
        for (T item = items.poll(); item != null; item = batch.size() < limit ? items.poll() : null) {
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            action.accept(batch);
        }
    }
}
