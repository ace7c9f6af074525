package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;

/** Puts a new order into the words of the public API. */
public interface OrderWording {

    String of(OrderPlaced placed);
}
