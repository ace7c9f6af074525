package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockRefused;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockSucceeded;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.StockLevels;
import org.jspecify.annotations.Nullable;

/** Hands the stock out that is held for orders. */
final class DispatchingStock {

    private DispatchingStock() {}

    static Verdict decide(DispatchStock command, @Nullable Reservation found, StockLevels levels) {
        var done = new DispatchStockSucceeded(command.sagaId(), command.orderId());
        return switch (found) {
            case Held held -> new Verdict(levels.dispatch(held), new StockDispatched(command.orderId()), done);
            case Dispatched _ -> Verdict.unchanged(done);
            case Refused _ -> refusal(command, "there was not enough stock to reserve");
            case Released _ -> refusal(command, "the reservation has been undone");
            case null -> refusal(command, "nothing has been reserved");
        };
    }

    private static Verdict refusal(DispatchStock command, String reason) {
        return Verdict.unchanged(new DispatchStockRefused(command.sagaId(), command.orderId(), reason));
    }
}
