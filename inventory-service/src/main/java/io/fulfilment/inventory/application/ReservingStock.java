package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationRefused;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockRefused;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.inventory.domain.Pieces;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Decision;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservation.Restocked;
import io.fulfilment.inventory.domain.StockLevels;
import org.jspecify.annotations.Nullable;

/**
 * Holds stock for orders, first come, first served. An order that asks again gets the answer that it got, whatever became of
 * its pieces since: its saga may have gone on, and what is there is seen when they are dispatched.
 */
final class ReservingStock {

    private ReservingStock() {}

    static Verdict decide(ReserveStock command, @Nullable Reservation found, StockLevels levels) {
        return switch (found) {
            case null -> decided(command, levels.reserve(command.orderId(), Pieces.of(command.lines())));
            case Held _, Expired _, Dispatched _, Restocked _ -> Verdict.unchanged(success(command));
            case Refused refused -> Verdict.unchanged(refusal(command, Shortage.of(refused.missing())));
            case Released _ -> Verdict.unchanged(refusal(command, "the reservation has been undone"));
        };
    }

    private static Verdict decided(ReserveStock command, Decision decision) {
        return switch (decision) {
            case Held held -> new Verdict(held, new StockReserved(held.orderId(), command.lines()), success(command));
            case Refused refused ->
                new Verdict(
                        refused,
                        new StockReservationRefused(refused.orderId(), refused.missing()),
                        refusal(command, Shortage.of(refused.missing())));
        };
    }

    private static ReserveStockSucceeded success(ReserveStock command) {
        return new ReserveStockSucceeded(command.sagaId(), command.orderId());
    }

    private static ReserveStockRefused refusal(ReserveStock command, String reason) {
        return new ReserveStockRefused(command.sagaId(), command.orderId(), reason);
    }
}
