package io.fulfilment.console.lag;

import java.time.Duration;
import java.time.Instant;

/**
 * A point in time.
 *
 * @param at as the clock has it, which somebody may set
 * @param nanos as {@link System#nanoTime} counts, which only goes on
 */
public record Moment(Instant at, long nanos) {

    public Duration since(Moment earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    Moment plus(Duration time) {
        return new Moment(at.plus(time), nanos + time.toNanos());
    }

    /** When it was, by the clock as it is at this moment. */
    Instant timeOf(long earlierNanos) {
        return at.minusNanos(nanos - earlierNanos);
    }
}
