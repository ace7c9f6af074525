package io.fulfilment.order.application;

import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.domain.PriceList;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
    }

    @TransactionalEventListener
    void on(OrderFacts committed) {
        committed.facts().forEach(this::count);
    }

    private void count(OrderFact fact) {
        if (fact.status() == OrderStatus.PENDING) {
            placed.increment();
        } else if (fact.status().isFinal()) {
            finished(fact).increment();
        }
    }

    private Counter finished(OrderFact fact) {
        var reason = fact.reason();
        return Counter.builder("orders.finished")
                .description("Orders that came to their end")
                .tag("status", fact.status().name())
                .tag("reason", reason == null ? "NONE" : reason.name())
                .register(meters);
    }
}
