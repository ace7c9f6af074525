package io.fulfilment.events.value;

/** Why an order was rejected. */
public enum RejectionReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    /** A participant did not answer in time, and what had been done was undone. */
    TIMED_OUT,
    /** An operator had the saga compensated. */
    OPERATOR
}
