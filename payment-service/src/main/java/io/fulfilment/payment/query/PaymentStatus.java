package io.fulfilment.payment.query;

/** What readers are told of a payment's state. */
public enum PaymentStatus {
    REQUESTED,
    AUTHORIZED,
    DECLINED,
    CAPTURED,
    CAPTURE_REFUSED,
    VOIDING,
    VOIDED,
    VOID_REFUSED,
    REFUNDING,
    REFUNDED,
    REFUND_REFUSED
}
