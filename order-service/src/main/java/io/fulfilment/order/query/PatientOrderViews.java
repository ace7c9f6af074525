package io.fulfilment.order.query;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.domain.OrderStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Reads orders for those who can wait for them to become final. Holds no connection while it waits. */
@Service
public class PatientOrderViews {

    private final OrderViews views;
    private final OrderWatch watch;

    PatientOrderViews(OrderViews views, OrderWatch watch) {
        this.views = views;
        this.watch = watch;
    }

    /** The order as soon as it is final, at the latest after the patience; at once where it may not be seen. */
    public Optional<OrderView> find(OrderId id, Predicate<OrderView> visible, Duration patience) {
        try (var watcher = watch.watch(id, OrderStatus::isFinal)) {
            long begin = System.nanoTime();
            var order = views.find(id).filter(visible);
            while (isUnderWay(order) && waited(watcher, patience.minusNanos(System.nanoTime() - begin))) {
                order = views.find(id);
            }
            return order;
        }
    }

    /** What woke the watcher may be a final status that the order has left again: it was completed, and is being cancelled. */
    private boolean isUnderWay(Optional<OrderView> order) {
        return order.isPresent() && !order.get().status().isFinal() && !watch.isClosed();
    }

    private static boolean waited(Watcher watcher, Duration patience) {
        try {
            return watcher.await(patience);
        } catch (InterruptedException goingDown) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
