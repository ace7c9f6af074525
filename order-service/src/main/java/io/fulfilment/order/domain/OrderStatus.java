package io.fulfilment.order.domain;

/** How far an order has come. It is the order's semantic lock: it says which verbs are allowed. */
public enum OrderStatus {
    /** Placed; the saga reserves stock and has the payment authorised. */
    PENDING,
    /** It will be fulfilled. */
    CONFIRMED,
    COMPLETED,
    REJECTED,
    /** It will end as cancelled; the saga undoes what was done. */
    CANCELLING,
    CANCELLED;

    /** Whether nothing more comes by itself; of a completed order, the cancellation may still be asked for. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, CONFIRMED, CANCELLING -> false;
            case COMPLETED, REJECTED, CANCELLED -> true;
        };
    }
}
