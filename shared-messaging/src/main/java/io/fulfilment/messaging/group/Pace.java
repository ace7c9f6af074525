package io.fulfilment.messaging.group;

import java.time.Duration;

/**
 * How far apart batches are at least: the longer one takes, the more shares the next, so that a busy machine works in large
 * batches and an idle one at once.
 *
 * @param share how much longer than a batch takes, the next one may keep waiting
 * @param longest the most that it is kept waiting
 */
public record Pace(int share, Duration longest) {

    private static final int WHATEVER_A_BATCH_TAKES = Integer.MAX_VALUE;

    public Pace {
        if (share < 0 || longest.isNegative()) {
            throw new IllegalArgumentException("a pace has a share and a longest gather time of at least 0");
        }
    }

    /** Batches that are this far apart, however short they are. */
    public static Pace of(Duration gather) {
        return new Pace(WHATEVER_A_BATCH_TAKES, gather);
    }

    /** From one batch to the next. */
    long nanosBetween(long handlingNanos) {
        return share == WHATEVER_A_BATCH_TAKES
                ? longest.toNanos()
                : Math.min(longest.toNanos(), (1L + share) * handlingNanos);
    }
}
