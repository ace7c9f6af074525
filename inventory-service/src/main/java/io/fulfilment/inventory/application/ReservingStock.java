package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationRefused;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockRefused;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ToReserveStock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Pieces;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Decision;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservations;
import io.fulfilment.inventory.domain.Stock;
import io.fulfilment.inventory.domain.StockLevels;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds stock for orders, first come, first served; an order that asks again gets the answer that it got. */
@Service
@Transactional
public class ReservingStock {

    private final Reservations reservations;
    private final Stock stock;
    private final Outbox outbox;

    ReservingStock(Reservations reservations, Stock stock, Outbox outbox) {
        this.reservations = reservations;
        this.stock = stock;
        this.outbox = outbox;
    }

    public void handle(List<Received<ReserveStock>> batch) {
        Map<OrderId, Reservation> known = reservations.lock(
                batch.stream().map(received -> received.message().orderId()).toList());
        StockLevels levels = stock.lock(skusOfNewOrders(batch, known));
        var made = new ArrayList<Decision>();
        for (var received : batch) {
            Reservation reservation = known.computeIfAbsent(received.message().orderId(), _ -> {
                Decision decision = decide(received, levels);
                made.add(decision);
                return decision;
            });
            outbox.append(answer(received.message(), reservation), received.cause());
        }
        stock.apply(levels.changes());
        reservations.add(made);
    }

    private Decision decide(Received<ReserveStock> received, StockLevels levels) {
        ReserveStock command = received.message();
        Decision decision = levels.reserve(command.orderId(), Pieces.of(command.lines()));
        outbox.append(fact(command, decision), received.cause());
        return decision;
    }

    private static Set<Sku> skusOfNewOrders(List<Received<ReserveStock>> batch, Map<OrderId, Reservation> known) {
        return batch.stream()
                .map(Received::message)
                .filter(command -> !known.containsKey(command.orderId()))
                .flatMap(command -> command.lines().stream())
                .map(line -> line.sku())
                .collect(Collectors.toSet());
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
