package io.fulfilment.inventory.query;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;

/** A product as readers see it. */
public record ProductView(Sku sku, String name, Money price, StockView stock) {

    /** Pieces that are free, held for orders, and gone to customers. */
    public record StockView(long available, long reserved, long shipped) {}
}
