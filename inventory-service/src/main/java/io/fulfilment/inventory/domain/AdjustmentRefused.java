package io.fulfilment.inventory.domain;

/** A stock adjustment that would leave an impossible number; the message says which. */
public final class AdjustmentRefused extends RuntimeException {

    public AdjustmentRefused(String message) {
        super(message);
    }
}
