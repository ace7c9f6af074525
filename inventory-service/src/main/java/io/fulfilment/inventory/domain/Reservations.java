package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.OrderId;
import java.util.Collection;
import java.util.Map;

/** The reservations of all orders. */
public interface Reservations {

    /** Those of the orders that exist, locked until the transaction ends. */
    Map<OrderId, Reservation> lock(Collection<OrderId> orders);

    /**
     * Adds reservations of orders that had none.
     *
     * @throws RuntimeException if an order has got one meanwhile
     */
    void add(Collection<? extends Reservation> made);

    /** Changes the state of existing ones; what they held stays on record. */
    void change(Collection<? extends Reservation> changed);
}
