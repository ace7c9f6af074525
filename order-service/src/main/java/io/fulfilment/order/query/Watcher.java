package io.fulfilment.order.query;

import io.fulfilment.order.domain.OrderStatus;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One who waits for an order to change. */
public final class Watcher implements AutoCloseable {

    private final UUID orderId;
    private final Predicate<OrderStatus> interest;
    private final Consumer<Watcher> onClose;
    private final Semaphore changes = new Semaphore(0);
    private final AtomicLong latest = new AtomicLong();

    Watcher(UUID orderId, Predicate<OrderStatus> interest, Consumer<Watcher> onClose) {
        this.orderId = orderId;
        this.interest = interest;
        this.onClose = onClose;
    }

    /**
     * Waits for a change since the last call, at most so long.
     *
     * @return whether there was one
     */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean changed = changes.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        changes.drainPermits();
        return changed;
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    UUID orderId() {
        return orderId;
    }

    void changed(long version, OrderStatus status) {
        if (latest.getAndAccumulate(version, Math::max) < version && interest.test(status)) {
            wake();
        }
    }

    void wake() {
        changes.release();
    }
}
