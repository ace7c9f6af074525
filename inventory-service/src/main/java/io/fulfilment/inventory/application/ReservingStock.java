package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationRefused;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockRefused;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ToReserveStock;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Pieces;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Decision;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.StockLevels;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds stock for orders, first come, first served; an order that asks again gets the answer that it got. */
final class ReservingStock {

    private ReservingStock() {}

    static Verdict decide(ReserveStock command, @Nullable Reservation found, StockLevels levels) {
        if (found != null) {
            return Verdict.unchanged(answer(command, found));
        }
        Decision decision = levels.reserve(command.orderId(), Pieces.of(command.lines()));
        return new Verdict(decision, fact(command, decision), answer(command, decision));
    }

    private static ReservationEvent fact(ReserveStock command, Decision decision) {
        return switch (decision) {
            case Held held -> new StockReserved(held.orderId(), command.lines());
            case Refused refused -> new StockReservationRefused(refused.orderId(), refused.missing());
        };
    }

    private static ToReserveStock answer(ReserveStock command, Reservation reservation) {
        return switch (reservation) {
            case Held _, Dispatched _ -> new ReserveStockSucceeded(command.sagaId(), command.orderId());
            case Refused refused ->
                new ReserveStockRefused(
                        command.sagaId(), command.orderId(), "not enough of " + named(refused.missing()));
            case Released _ ->
                new ReserveStockRefused(command.sagaId(), command.orderId(), "the reservation has been undone");
        };
    }

    private static String named(List<Sku> missing) {
        return missing.stream().limit(10).map(Sku::value).collect(Collectors.joining(", "));
    }
}
