package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryEvent.StockReservationExpired;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservations;
import io.fulfilment.inventory.domain.Stock;
import io.fulfilment.inventory.domain.StockLevels;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts stock back that was held for too long. Locks are taken as {@link MovingStock} takes them, only that reservations are
 * not waited for: one that is locked is being ended by somebody else.
 */
@Service
@Transactional
public class ExpiringReservations {

    private final Reservations reservations;
    private final Stock stock;
    private final Announcements announcements;
    private final ReservationSettings settings;

    ExpiringReservations(
            Reservations reservations, Stock stock, Announcements announcements, ReservationSettings settings) {
        this.reservations = reservations;
        this.stock = stock;
        this.announcements = announcements;
        this.settings = settings;
    }

    /** @return how many of these have expired now */
    public int expire(Collection<OrderId> orders) {
        List<Held> overdue = reservations.lockHeldFor(settings.expireAfter(), orders);
        StockLevels levels = stock.lock(skus(overdue));
        List<Expired> expired = overdue.stream().map(levels::expire).toList();
        stock.apply(levels.changes());
        reservations.change(expired);
        announcements.sendOfOrders(expired.stream()
                .map(it -> new StockReservationExpired(it.orderId()))
                .toList());
        return expired.size();
    }

    private static Set<Sku> skus(List<Held> overdue) {
        return overdue.stream().flatMap(held -> held.pieces().skus().stream()).collect(Collectors.toSet());
    }
}
