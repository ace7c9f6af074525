package io.fulfilment.inventory.domain;

/** What is added to, or taken from, each number of a {@link StockLevel}. */
public record StockChange(long available, long reserved, long shipped) {

    public boolean isNone() {
        return available == 0 && reserved == 0 && shipped == 0;
    }
}
