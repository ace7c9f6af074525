package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.OfPieces;
import io.fulfilment.inventory.domain.Reservations;
import io.fulfilment.inventory.domain.Stock;
import io.fulfilment.inventory.domain.StockLevels;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves, releases, dispatches and restocks for orders. A batch of all kinds of commands takes its locks at once, first the
 * reservations and then the stock, each in one order: so batches never wait for each other in a ring.
 */
@Service
@Transactional
public class MovingStock {

    private final Reservations reservations;
    private final Stock stock;
    private final Outbox outbox;

    MovingStock(Reservations reservations, Stock stock, Outbox outbox) {
        this.reservations = reservations;
        this.stock = stock;
        this.outbox = outbox;
    }

    /** @param batch at most one command for each order */
    public void handle(List<? extends Received<? extends InventoryCommand>> batch) {
        Map<OrderId, Reservation> known = reservations.lock(
                batch.stream().map(received -> received.message().orderId()).toList());
        StockLevels levels = stock.lock(skus(batch, known.values()));
        var made = new ArrayList<Reservation>();
        var changed = new ArrayList<Reservation>();
        for (var received : batch) {
            @Nullable Reservation found = known.get(received.message().orderId());
            Verdict verdict = decide(received.message(), found, levels);
            if (verdict.next() != null) {
                (found == null ? made : changed).add(verdict.next());
            }
            send(verdict, received);
        }
        stock.apply(levels.changes());
        reservations.change(changed);
        reservations.add(made);
    }

    static Verdict decide(InventoryCommand command, @Nullable Reservation found, StockLevels levels) {
        return switch (command) {
            case ReserveStock reserve -> ReservingStock.decide(reserve, found, levels);
            case ReleaseStock release -> ReleasingStock.decide(release, found, levels);
            case DispatchStock dispatch -> DispatchingStock.decide(dispatch, found, levels);
            case Restock restock -> Restocking.decide(restock, found, levels);
        };
    }

    private void send(Verdict verdict, Received<?> received) {
        if (verdict.fact() != null) {
            outbox.append(verdict.fact(), received.cause());
        }
        outbox.append(verdict.reply(), received.cause());
    }

    /** The products that are asked for, and those whose stock may move with the reservations that are there. */
    private static Set<Sku> skus(
            List<? extends Received<? extends InventoryCommand>> batch, Collection<Reservation> known) {
        var skus = new HashSet<Sku>();
        for (var received : batch) {
            if (received.message() instanceof ReserveStock reserve) {
                reserve.lines().forEach(line -> skus.add(line.sku()));
            }
        }
        for (Reservation reservation : known) {
            if (reservation instanceof OfPieces some) {
                skus.addAll(some.pieces().skus());
            }
        }
        return skus;
    }
}
