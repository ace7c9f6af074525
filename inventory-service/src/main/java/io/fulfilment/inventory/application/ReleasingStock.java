package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.inventory.InventoryReply.ReleaseStockSucceeded;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservation.Restocked;
import io.fulfilment.inventory.domain.StockLevels;
import org.jspecify.annotations.Nullable;

/**
 * Undoes reservations, also those that have not been asked for yet: a tombstone has them refused when they come (pattern:
 * undo before do).
 */
final class ReleasingStock {

    private ReleasingStock() {}

    static Verdict decide(ReleaseStock command, @Nullable Reservation found, StockLevels levels) {
        OrderId orderId = command.orderId();
        var done = new ReleaseStockSucceeded(command.sagaId(), orderId);
        return switch (found) {
            case null -> new Verdict(new Released(orderId), null, done);
            case Held held -> new Verdict(levels.release(held), new StockReleased(orderId), done);
            // Nothing is held, and that is what was asked for.
            case Expired _ -> new Verdict(new Released(orderId), null, done);
            case Refused _, Released _ -> Verdict.unchanged(done);
            case Dispatched _, Restocked _ ->
                throw new IllegalStateException("the stock of order " + orderId + " has left the house");
        };
    }
}
