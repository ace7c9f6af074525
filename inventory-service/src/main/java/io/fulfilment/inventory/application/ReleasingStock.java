package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.inventory.InventoryReply.ReleaseStockSucceeded;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes reservations, also those that have not been asked for yet: a tombstone has them refused when they come (pattern:
 * undo before do).
 */
@Service
@Transactional
public class ReleasingStock {

    private final Reservations reservations;
    private final Stock stock;
    private final Outbox outbox;

    ReleasingStock(Reservations reservations, Stock stock, Outbox outbox) {
        this.reservations = reservations;
        this.stock = stock;
        this.outbox = outbox;
    }

    public void handle(List<Received<ReleaseStock>> batch) {
        Map<OrderId, Reservation> known = reservations.lock(
                batch.stream().map(received -> received.message().orderId()).toList());
        StockLevels levels = stock.lock(HeldStock.skus(known.values()));
        var tombstones = new ArrayList<Released>();
        var released = new ArrayList<Released>();
        for (var received : batch) {
            ReleaseStock command = received.message();
            switch (known.get(command.orderId())) {
                case null -> tombstones.add(new Released(command.orderId()));
                case Held held -> {
                    released.add(levels.release(held));
                    outbox.append(new StockReleased(command.orderId()), received.cause());
                }
                case Refused _, Released _ -> {
                    // Nothing is held, and that is what was asked for.
                }
                case Dispatched _ ->
                    throw new IllegalStateException("the stock of order " + command.orderId() + " has left the house");
            }
            outbox.append(new ReleaseStockSucceeded(command.sagaId(), command.orderId()), received.cause());
        }
        stock.apply(levels.changes());
        reservations.change(released);
        reservations.add(tombstones);
    }
}
