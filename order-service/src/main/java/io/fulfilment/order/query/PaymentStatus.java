package io.fulfilment.order.query;

/** What payment-service last stated about an order's payment. */
public enum PaymentStatus {
    /** Nothing yet. */
    PENDING,
    AUTHORIZED,
    DECLINED,
    CAPTURED,
    VOIDED,
    REFUNDED
}
