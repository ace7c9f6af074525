package io.fulfilment.benchmarks.messaging;

import java.time.Duration;

/** How long to wait before something counts as failed. */
final class Patience {

    /** A JVM and a service in it, on a machine that is busy. */
    static final Duration START = Duration.ofSeconds(90);

    private static final int LEAST_PER_SECOND = 1_000;

    private Patience() {}

    static Duration forCount(int count) {
        return START.plusSeconds(count / LEAST_PER_SECOND);
    }
}
