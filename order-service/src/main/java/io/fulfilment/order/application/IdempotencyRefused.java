package io.fulfilment.order.application;

/** A request whose key stands in its way. */
public abstract sealed class IdempotencyRefused extends RuntimeException {

    private final String explanation;

    private IdempotencyRefused(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** Why, for the customer. */
    public String explanation() {
        return explanation;
    }

    /** The first request with this key is being handled. */
    public static final class InProgress extends IdempotencyRefused {
        public InProgress() {
            super("a request with this Idempotency-Key is being handled; repeat it to get its answer");
        }
    }

    /** The key belongs to another request. */
    public static final class KeyReused extends IdempotencyRefused {
        KeyReused() {
            super("this Idempotency-Key was used for a request with another content");
        }
    }
}
