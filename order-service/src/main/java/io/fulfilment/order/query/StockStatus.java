package io.fulfilment.order.query;

/** What inventory-service last stated about an order's goods. */
public enum StockStatus {
    /** Nothing yet. */
    PENDING,
    RESERVED,
    REFUSED,
    RELEASED,
    DISPATCHED
}
