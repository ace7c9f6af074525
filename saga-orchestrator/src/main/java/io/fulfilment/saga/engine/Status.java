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

    /** Such a saga has a timer, always; one that is parked may have one. */
    public boolean hasTimer() {
        return this == RUNNING || this == COMPENSATING;
    }
}
