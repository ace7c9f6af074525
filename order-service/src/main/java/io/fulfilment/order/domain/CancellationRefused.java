package io.fulfilment.order.domain;

import java.time.Instant;

/** It is too late to cancel an order. */
public final class CancellationRefused extends RuntimeException {

    private final String explanation;

    private CancellationRefused(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    static CancellationRefused of(OrderStatus end) {
        return new CancellationRefused("the order is " + end);
    }

    static CancellationRefused since(Instant end) {
        return new CancellationRefused("the order is COMPLETED, and could be cancelled until " + end);
    }

    /** Why, for the customer. */
    public String explanation() {
        return explanation;
    }
}
