package io.fulfilment.order.query;

/** What inventory-service last stated about an order's goods. */
public enum StockStatus {
    /** Nothing yet. */
    PENDING,
    RESERVED,
    REFUSED,
    RELEASED,
    /** Released because they were held for too long. */
    EXPIRED,
    DISPATCHED,
    RESTOCKED
}
