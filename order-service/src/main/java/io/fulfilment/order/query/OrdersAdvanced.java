package io.fulfilment.order.query;

import java.util.List;
import java.util.UUID;

/**
 * The orders whose status, payment or stock a transaction changes in the view, but those that are new. Published within the
 * transaction, once the view is written: who listens takes part in it.
 */
public record OrdersAdvanced(List<UUID> orders) {

    public OrdersAdvanced {
        orders = List.copyOf(orders);
    }
}
