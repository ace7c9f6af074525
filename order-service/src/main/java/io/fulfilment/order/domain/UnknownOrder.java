package io.fulfilment.order.domain;

import io.fulfilment.events.value.OrderId;
import java.util.Collection;

/** A command names an order that was never placed. */
public final class UnknownOrder extends RuntimeException {

    public UnknownOrder(Collection<OrderId> ids) {
        super("no such order: " + ids);
    }
}
