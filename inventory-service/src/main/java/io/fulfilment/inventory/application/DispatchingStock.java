package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockRefused;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockSucceeded;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservation.Restocked;
import io.fulfilment.inventory.domain.StockLevels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the stock out that is held for orders; for one whose reservation expired, what is there. */
final class DispatchingStock {

    private DispatchingStock() {}

    static Verdict decide(DispatchStock command, @Nullable Reservation found, StockLevels levels) {
        return switch (found) {
            case Held held -> dispatched(command, levels.dispatch(held));
            case Expired expired -> decide(command, expired, levels);
            case Dispatched _, Restocked _ -> Verdict.unchanged(done(command));
            case Refused _ -> refusal(command, "there was not enough stock to reserve");
            case Released _ -> refusal(command, "the reservation has been undone");
            case null -> refusal(command, "nothing has been reserved");
        };
    }

    /** A refusal isn't the last word: there may be enough when the command comes again. */
    private static Verdict decide(DispatchStock command, Expired expired, StockLevels levels) {
        List<Sku> missing = levels.missing(expired.pieces());
        return missing.isEmpty()
                ? dispatched(command, levels.dispatch(expired))
                : refusal(command, "the reservation expired and there is " + Shortage.of(missing));
    }

    private static Verdict dispatched(DispatchStock command, Dispatched dispatched) {
        return new Verdict(dispatched, new StockDispatched(command.orderId()), done(command));
    }

    private static DispatchStockSucceeded done(DispatchStock command) {
        return new DispatchStockSucceeded(command.sagaId(), command.orderId());
    }

    private static Verdict refusal(DispatchStock command, String reason) {
        return Verdict.unchanged(new DispatchStockRefused(command.sagaId(), command.orderId(), reason));
    }
}
