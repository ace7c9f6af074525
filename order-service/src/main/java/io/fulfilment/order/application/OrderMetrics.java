package io.fulfilment.order.application;

import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.domain.PriceList;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what was committed, so that what is rolled back and done again counts once. */
@Component
class OrderMetrics {

    private final MeterRegistry meters;
    private final Counter placed;

    OrderMetrics(MeterRegistry meters, PriceList priceList) {
        this.meters = meters;
        this.placed = Counter.builder("orders.placed")
                .description("Orders that were taken")
                .register(meters);
        // Asked of the database whenever the metrics are read: each replica follows only a part of the products.
        Gauge.builder("price.list.products", priceList, PriceList::size)
                .description("Products that can be ordered")
                .register(meters);
        registerEnds();
    }

    /** From the start, so that the first of a kind is seen as an increase. */
    private void registerEnds() {
        finished(OrderStatus.COMPLETED, null);
        finished(OrderStatus.CANCELLED, null);
        for (RejectionReason reason : RejectionReason.values()) {
            finished(OrderStatus.REJECTED, reason);
        }
    }

    @TransactionalEventListener
    void on(OrderFacts committed) {
        committed.facts().forEach(this::count);
    }

    private void count(OrderFact fact) {
        if (fact.status() == OrderStatus.PENDING) {
            placed.increment();
        } else if (fact.status().isFinal()) {
            finished(fact.status(), fact.reason()).increment();
        }
    }

    private Counter finished(OrderStatus status, @Nullable RejectionReason reason) {
        return Counter.builder("orders.finished")
                .description("Orders that came to their end")
                .tag("status", status.name())
                .tag("reason", reason == null ? "NONE" : reason.name())
                .register(meters);
    }
}
