package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockRefused;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ToDispatchStock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.inventory.domain.Reservation;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the stock out that is held for orders. */
@Service
@Transactional
public class DispatchingStock {

    private final Reservations reservations;
    private final Stock stock;
    private final Outbox outbox;

    DispatchingStock(Reservations reservations, Stock stock, Outbox outbox) {
        this.reservations = reservations;
        this.stock = stock;
        this.outbox = outbox;
    }

    public void handle(List<Received<DispatchStock>> batch) {
        Map<OrderId, Reservation> known = reservations.lock(
                batch.stream().map(received -> received.message().orderId()).toList());
        StockLevels levels = stock.lock(HeldStock.skus(known.values()));
        var dispatched = new ArrayList<Dispatched>();
        for (var received : batch) {
            OrderId orderId = received.message().orderId();
            @Nullable Reservation reservation = known.get(orderId);
            if (reservation instanceof Held held) {
                dispatched.add(levels.dispatch(held));
                outbox.append(new StockDispatched(orderId), received.cause());
            }
            outbox.append(answer(received.message(), reservation), received.cause());
        }
        stock.apply(levels.changes());
        reservations.change(dispatched);
    }

    private static ToDispatchStock answer(DispatchStock command, @Nullable Reservation found) {
        return switch (found) {
            case Held _, Dispatched _ -> new DispatchStockSucceeded(command.sagaId(), command.orderId());
            case Refused _ -> refusal(command, "there was not enough stock to reserve");
            case Released _ -> refusal(command, "the reservation has been undone");
            case null -> refusal(command, "nothing has been reserved");
        };
    }

    private static DispatchStockRefused refusal(DispatchStock command, String reason) {
        return new DispatchStockRefused(command.sagaId(), command.orderId(), reason);
    }
}
