package io.fulfilment.events.value;

/** So many pieces of a product. */
public record StockLine(Sku sku, Quantity quantity) {}
