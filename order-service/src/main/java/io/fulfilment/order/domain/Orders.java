package io.fulfilment.order.domain;

import io.fulfilment.events.value.OrderId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Every order. */
public interface Orders {

    void add(Order order);

    /**
     * These orders, by id, for the rest of the transaction: who else wants one waits for its end, and then finds what it did.
     *
     * @throws UnknownOrder if one of them doesn't exist
     */
    Map<OrderId, Order> withIds(Collection<OrderId> ids);

    /**
     * This order, likewise.
     *
     * @throws UnknownOrder if it doesn't exist
     */
    default Order withId(OrderId id) {
        return withIds(Set.of(id)).values().iterator().next();
    }

    /** Writes what changed; from then on the versions count the changes. */
    void store();
}
