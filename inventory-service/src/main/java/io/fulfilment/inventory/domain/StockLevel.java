package io.fulfilment.inventory.domain;

/**
 * The pieces of a product: free to reserve, held for orders, gone to customers.
 *
 * <p>A step that would take a number below zero does not exist: callers ask first whether there is enough.
 */
public record StockLevel(long available, long reserved, long shipped) {

    /** More than anybody stores, and far from where the sum of all numbers would overflow. */
    public static final long MAX_AVAILABLE = 1_000_000_000_000L;

    public static final StockLevel EMPTY = new StockLevel(0, 0, 0);

    public StockLevel {
        if (available < 0 || reserved < 0 || shipped < 0) {
            throw new IllegalArgumentException("stock below zero: " + available + " available, " + reserved
                    + " reserved, " + shipped + " shipped");
        }
    }

    public boolean has(long pieces) {
        return available >= pieces;
    }

    public StockLevel reserve(long pieces) {
        return new StockLevel(available - pieces, reserved + pieces, shipped);
    }

    public StockLevel release(long pieces) {
        return new StockLevel(available + pieces, reserved - pieces, shipped);
    }

    public StockLevel dispatch(long pieces) {
        return new StockLevel(available, reserved - pieces, shipped + pieces);
    }

    /** Hands out what isn't held. */
    public StockLevel ship(long pieces) {
        return new StockLevel(available - pieces, reserved, shipped + pieces);
    }

    /** Takes back what was handed out. */
    public StockLevel restock(long pieces) {
        return new StockLevel(available + pieces, reserved, shipped - pieces);
    }

    /**
     * Takes in stock or writes it off.
     *
     * @throws AdjustmentRefused if less than nothing or more than {@link #MAX_AVAILABLE} would be available
     */
    public StockLevel adjust(long delta) {
        if (delta < -available) {
            throw new AdjustmentRefused("only " + available + " available");
        }
        if (delta > MAX_AVAILABLE - available) {
            throw new AdjustmentRefused("more than " + MAX_AVAILABLE + " would be available");
        }
        return new StockLevel(available + delta, reserved, shipped);
    }

    /** What has to be added to another level to get this one. */
    public StockChange minus(StockLevel other) {
        return new StockChange(available - other.available, reserved - other.reserved, shipped - other.shipped);
    }
}
