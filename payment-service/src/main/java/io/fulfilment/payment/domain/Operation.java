package io.fulfilment.payment.domain;

import io.fulfilment.events.value.OrderId;

/** What the card gateway is asked to do for an order; each at most once. */
public enum Operation {
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND;

    /**
     * The idempotency key of this operation for an order. It is stored with the intent, and every repetition of the
     * call uses the stored one.
     */
    public String gatewayKey(OrderId orderId) {
        return orderId + ":" + this;
    }
}
