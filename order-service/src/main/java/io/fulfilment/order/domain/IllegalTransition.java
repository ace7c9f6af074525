package io.fulfilment.order.domain;

import io.fulfilment.events.value.OrderId;

/** An order was asked for something that its status forbids. */
public final class IllegalTransition extends RuntimeException {

    IllegalTransition(OrderId order, OrderStatus from, OrderStatus to) {
        super("order " + order + " is " + from + " and can't become " + to);
    }
}
