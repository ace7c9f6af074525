package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.inventory.InventoryEvent.StockRestocked;
import io.fulfilment.events.inventory.InventoryReply.RestockSucceeded;
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

/** Takes back whatever an order has of the stock; nothing is reserved for it from then on. */
final class Restocking {

    private Restocking() {}

    static Verdict decide(Restock command, @Nullable Reservation found, StockLevels levels) {
        OrderId orderId = command.orderId();
        var done = new RestockSucceeded(command.sagaId(), orderId);
        return switch (found) {
            case Dispatched dispatched -> new Verdict(levels.restock(dispatched), new StockRestocked(orderId), done);
            case Held held -> new Verdict(levels.release(held), new StockReleased(orderId), done);
            case Expired _ -> new Verdict(new Released(orderId), null, done);
            case null -> new Verdict(new Released(orderId), null, done);
            case Refused _, Released _, Restocked _ -> Verdict.unchanged(done);
        };
    }
}
