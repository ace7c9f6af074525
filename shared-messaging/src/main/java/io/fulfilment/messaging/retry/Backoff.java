package io.fulfilment.messaging.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exponential backoff with jitter: each pause is twice the one before up to a limit, and cut by up to half at random, so
 * that those who failed together don't come back together.
 */
public record Backoff(Duration initial, Duration max) {

    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (!initial.isPositive() || max.compareTo(initial) < 0) {
            throw new IllegalArgumentException(
                    "a backoff starts above 0 and doesn't shrink: " + initial + " to " + max);
        }
    }

    /** @param failures how many attempts have failed in a row, from 1 */
    public Duration after(int failures) {
        long longest = Math.min(max.toNanos(), (long) Math.min(
                Long.MAX_VALUE, initial.toNanos() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS))));
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
