package io.fulfilment.inventory.domain;

/** A stock adjustment that would leave an impossible number. */
public final class AdjustmentRefused extends RuntimeException {

    private final String reason;

    public AdjustmentRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Which number, and why it is impossible. */
    public String reason() {
        return reason;
    }
}
