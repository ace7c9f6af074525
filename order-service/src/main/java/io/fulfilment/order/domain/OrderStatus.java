package io.fulfilment.order.domain;

/** How far an order has come. It is the order's semantic lock: each verb is allowed in one status only. */
public enum OrderStatus {
    /** Placed; the saga reserves stock and has the payment authorised. */
    PENDING,
    /** It will be fulfilled. */
    CONFIRMED,
    COMPLETED,
    REJECTED;

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, CONFIRMED -> false;
            case COMPLETED, REJECTED -> true;
        };
    }
}
