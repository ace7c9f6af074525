package io.fulfilment.benchmarks.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How fast, and at which cost.
 *
 * @param repeated messages that came more than once, which is allowed
 */
record Measured(String name, int count, double seconds, Cost cost, int repeated) {

    /** Long enough for what belongs to the last message and comes after it, such as noting that it is published. */
    private static final long AFTERMATH_NANOS = 500_000_000;

    static Measured of(String name, int count, long nanos, Cost cost, int repeated) {
        return new Measured(name, count, nanos / 1e9, cost, repeated);
    }

    @JsonProperty
    long perSecond() {
        return Math.round(count / seconds);
    }

    @JsonProperty
    double processorMillisPerThousand() {
        return perThousand(cost.sum());
    }

    double perThousand(long millis) {
        return millis * 1_000.0 / count;
    }

    static long aftermathOf(long nanos) {
        return nanos + AFTERMATH_NANOS;
    }
}
