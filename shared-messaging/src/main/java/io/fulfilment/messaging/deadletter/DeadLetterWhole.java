package io.fulfilment.messaging.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a dead letter.
 *
 * @param state how its key is held
 * @param before how many stand before it in its key, and {@code behind}, how many behind; discarded ones don't count
 * @param acts what was decided about it, the latest first
 */
public record DeadLetterWhole(
        DeadLetterSummary summary,
        State state,
        boolean discarded,
        List<Header> headers,
        byte @Nullable [] body,
        @Nullable String stackTrace,
        long before,
        long behind,
        List<Act> acts) {

    /**
     * A header of the record.
     *
     * @param value where it is clean text; otherwise {@code base64}
     */
    public record Header(
            String name, @Nullable String value, @Nullable String base64) {}
}
