package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.order.domain.Order;
import io.fulfilment.order.domain.Orders;
import io.fulfilment.order.domain.Placement;
import io.fulfilment.order.domain.PriceList;
import org.springframework.stereotype.Component;

/** Makes an order of a basket, at today's prices. */
@Component
class Checkout {

    private final PriceList priceList;
    private final Orders orders;
    private final Announcements announcements;
    private final IdSource ids;
    private final Timestamps timestamps;

    Checkout(PriceList priceList, Orders orders, Announcements announcements, IdSource ids, Timestamps timestamps) {
        this.priceList = priceList;
        this.orders = orders;
        this.announcements = announcements;
        this.ids = ids;
        this.timestamps = timestamps;
    }

    OrderPlaced place(Placement placement) {
        var basket = placement.basket();
        var lines = basket.at(priceList.entries(basket.skus()));
        var order = Order.place(new OrderId(ids.next()), placement, lines, timestamps.now());
        orders.add(order);
        OrderPlaced placed = order.placed(placement.payment());
        // The order's id is the conversation's: whoever has one finds everything about the other.
        announcements.announce(
                new OrderFact(placed, order.version()),
                Cause.beginning(placed.orderId().value()));
        return placed;
    }
}
