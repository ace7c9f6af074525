package io.fulfilment.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * What would become of a dead letter.
 *
 * @param error the class of what it fails with; {@code OUT_OF_SEQUENCE} for one that would be put aside
 */
public record Rehearsed(
        DeadLetterSummary letter, Result result, @Nullable String error) {

    /** How it goes. */
    public enum Result {
        PASSES,
        FAILS,
        /** One before it fails, or is missing. */
        NOT_REACHED
    }
}
