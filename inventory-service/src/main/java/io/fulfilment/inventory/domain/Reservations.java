package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.inventory.domain.Reservation.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The reservations of all orders. */
public interface Reservations {

    /** Since when an order's pieces are held. */
    record HeldSince(OrderId orderId, Instant since) {

        /** Before all others. */
        public static final HeldSince BEGINNING = new HeldSince(new OrderId(new UUID(0, 0)), Instant.EPOCH);
    }

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

    /**
     * Whose pieces are held for so long, by the database's clock: the oldest first, and those behind another one of them.
     * None is locked.
     */
    List<HeldSince> heldFor(Duration age, HeldSince after, int limit);

    /** Those of the orders whose pieces are held for so long, locked until the transaction ends; without those locked by others. */
    List<Held> lockHeldFor(Duration age, Collection<OrderId> orders);
}
