package io.fulfilment.order.query;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.application.OrderFacts;
import io.fulfilment.order.domain.OrderStatus;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes who waits for orders to change: at once after a commit in this process, and by a slow look at the database for
 * what other replicas commit. However many wait, the look is one statement.
 */
@Component
public class OrderWatch {

    private final ConcurrentHashMap<UUID, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final OrderViews views;
    private volatile boolean closed;

    OrderWatch(OrderViews views) {
        this.views = views;
    }

    /** Begins to watch an order for a status of interest. Watch first and read then, so that no change slips between. */
    public Watcher watch(OrderId order, Predicate<OrderStatus> interest) {
        var watcher = new Watcher(order.value(), interest, this::forget);
        watchers.compute(order.value(), (id, known) -> {
            Set<Watcher> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(watcher);
            return all;
        });
        return watcher;
    }

    /** Whether the process is going down, so that nobody should wait any longer. */
    public boolean isClosed() {
        return closed;
    }

    @TransactionalEventListener
    void on(OrderFacts committed) {
        committed.facts().forEach(fact -> wake(fact.orderId().value(), fact.version(), fact.status()));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        watchers.values().forEach(all -> all.forEach(Watcher::wake));
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        if (!watchers.isEmpty()) {
            views.progress(watchers.keySet())
                    .forEach(progress -> wake(progress.orderId(), progress.version(), progress.status()));
        }
    }

    private void wake(UUID order, long version, OrderStatus status) {
        watchers.getOrDefault(order, Set.of()).forEach(watcher -> watcher.changed(version, status));
    }

    private void forget(Watcher watcher) {
        watchers.computeIfPresent(watcher.orderId(), (id, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
    }
}
