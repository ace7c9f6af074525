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
            var order = views.find(id).filter(visible);
            boolean worthWaiting = order.isPresent() && !order.get().status().isFinal() && !watch.isClosed();
            return worthWaiting && waited(watcher, patience) ? views.find(id) : order;
        }
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
