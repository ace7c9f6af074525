package io.fulfilment.messaging.conformance;

import java.time.Duration;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which schedules run: a few short ones, whose seeds are such that together they have every fault; with {@code
 * conformance.schedules} and {@code conformance.seconds} so many of such a length; with {@code conformance.seed} only the
 * one with that seed.
 */
record Schedules(long first, int count, Duration length) {

    static final Schedules SHORT = new Schedules(6, 4, Duration.ofSeconds(10));

    static Schedules wanted() {
        int count = Integer.getInteger("conformance.schedules", SHORT.count());
        var length = Duration.ofSeconds(
                Long.getLong("conformance.seconds", SHORT.length().toSeconds()));
        @Nullable Long seed = Long.getLong("conformance.seed");
        return seed == null ? new Schedules(SHORT.first(), count, length) : new Schedules(seed, 1, length);
    }

    LongStream seeds() {
        return LongStream.range(first, first + count);
    }
}
