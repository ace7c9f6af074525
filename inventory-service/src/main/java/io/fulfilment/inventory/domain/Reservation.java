package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import java.util.List;

/**
 * What became of an order's wish for stock; each state is a type. There is one for each order, and it is never deleted:
 * a command that comes again finds out what was answered the first time.
 */
public sealed interface Reservation {

    OrderId orderId();

    /** What asking for stock can lead to. */
    sealed interface Decision extends Reservation {}

    /** A state that some pieces can still leave. */
    sealed interface OfPieces extends Reservation {
        Pieces pieces();
    }

    /** Pieces are held for the order. */
    record Held(OrderId orderId, Pieces pieces) implements Decision, OfPieces {}

    /** There was not enough of some products, and nothing is held. */
    record Refused(OrderId orderId, List<Sku> missing) implements Decision {

        public Refused {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Nothing is held any more. Also the tombstone of a reservation that was undone before it was made, which must then
     * never be made.
     */
    record Released(OrderId orderId) implements Reservation {}

    /** The pieces were held for too long, and are anybody's again. */
    record Expired(OrderId orderId, Pieces pieces) implements OfPieces {}

    /** The pieces went to the customer. */
    record Dispatched(OrderId orderId, Pieces pieces) implements OfPieces {}

    /** The pieces went to the customer, and were taken back. */
    record Restocked(OrderId orderId) implements Reservation {}
}
