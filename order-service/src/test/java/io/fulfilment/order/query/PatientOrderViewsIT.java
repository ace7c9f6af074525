package io.fulfilment.order.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.order.OrderEvent.OrderCompleted;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.Placements;
import io.fulfilment.order.application.CancelOrders;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.application.OrderFacts;
import io.fulfilment.order.application.PlaceOrder;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class PatientOrderViewsIT {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Test
    void waitsOnIfAFinalStatusWasLeftAgain(
            @Autowired PlaceOrder placeOrder,
            @Autowired PriceList priceList,
            @Autowired CancelOrders cancelOrders,
            @Autowired PatientOrderViews views,
            @Autowired OrderWatch watch) {
        OrderId order = Placements.place(placeOrder, priceList);
        cancelOrders.handle(order, "ada", "too dear");
        long begin = System.nanoTime();
        var seen = views.find(order, read -> hearsLate(watch, read), PATIENCE);
        assertThat(seen).map(OrderView::status).contains(OrderStatus.CANCELLING);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(PATIENCE);
    }

    /** Of a status that the order had before it was read. */
    private static boolean hearsLate(OrderWatch watch, OrderView read) {
        watch.on(new OrderFacts(List.of(new OrderFact(new OrderCompleted(read.orderId(), Instant.EPOCH), 1))));
        return true;
    }
}
