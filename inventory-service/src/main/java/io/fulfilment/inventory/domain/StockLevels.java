package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Reservation.Decision;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservation.Restocked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stock that a batch of orders is decided on, one order after the other. It counts in memory; what changed by the
 * end is stored at once. A product that isn't there has no stock.
 */
public final class StockLevels {

    private final Map<Sku, StockLevel> before;
    private final Map<Sku, StockLevel> now;

    public StockLevels(Map<Sku, StockLevel> levels) {
        this.before = Map.copyOf(levels);
        this.now = new HashMap<>(levels);
    }

    /** Holds all pieces, or none if there is not enough of only one product. */
    public Decision reserve(OrderId orderId, Pieces wanted) {
        List<Sku> missing = missing(wanted);
        if (!missing.isEmpty()) {
            return new Refused(orderId, missing);
        }
        move(wanted, StockLevel::reserve);
        return new Held(orderId, wanted);
    }

    /** Puts the held pieces back. */
    public Released release(Held held) {
        move(held.pieces(), StockLevel::release);
        return new Released(held.orderId());
    }

    /** Puts the pieces back that were held for too long. */
    public Expired expire(Held held) {
        move(held.pieces(), StockLevel::release);
        return new Expired(held.orderId(), held.pieces());
    }

    /** Hands the held pieces out. */
    public Dispatched dispatch(Held held) {
        move(held.pieces(), StockLevel::dispatch);
        return new Dispatched(held.orderId(), held.pieces());
    }

    /** Hands out what is held no more; there must be enough of it. */
    public Dispatched dispatch(Expired expired) {
        move(expired.pieces(), StockLevel::ship);
        return new Dispatched(expired.orderId(), expired.pieces());
    }

    /** Takes the pieces back that were handed out. */
    public Restocked restock(Dispatched dispatched) {
        move(dispatched.pieces(), StockLevel::restock);
        return new Restocked(dispatched.orderId());
    }

    /** The products of which there is not enough. */
    public List<Sku> missing(Pieces wanted) {
        return wanted.bySku().entrySet().stream()
                .filter(entry -> !level(entry.getKey()).has(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether there is such a product. */
    public boolean knows(Sku sku) {
        return now.containsKey(sku);
    }

    /** @throws AdjustmentRefused as {@link StockLevel#adjust} does */
    public void adjust(Sku sku, long delta) {
        now.put(sku, level(sku).adjust(delta));
    }

    /** What the whole batch changed, in the order of the SKUs. */
    public SortedMap<Sku, StockChange> changes() {
        var changes = new TreeMap<Sku, StockChange>();
        now.forEach((sku, level) -> {
            StockChange change = level.minus(before.getOrDefault(sku, StockLevel.EMPTY));
            if (!change.isNone()) {
                changes.put(sku, change);
            }
        });
        return changes;
    }

    private void move(Pieces pieces, Step step) {
        pieces.bySku().forEach((sku, count) -> now.put(sku, step.apply(level(sku), count)));
    }

    private StockLevel level(Sku sku) {
        @Nullable StockLevel level = now.get(sku);
        return level == null ? StockLevel.EMPTY : level;
    }

    private interface Step {
        StockLevel apply(StockLevel level, long pieces);
    }
}
