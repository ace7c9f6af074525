package io.fulfilment.saga.engine;

/** Where a saga stands. */
public enum Status {
    RUNNING,
    COMPENSATING,
    /** Everything is done. Final. */
    COMPLETED,
    /** Everything is undone. Final. */
    COMPENSATED,
    /** Waits for an operator, or for a late answer; an undo is still tried, too. */
    PARKED;

    public boolean isFinal() {
        return this == COMPLETED || this == COMPENSATED;
    }
}
