package io.fulfilment.messaging.group;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How far apart batches are at least: the longer one takes and the less processor time is left, the more shares the next. So a
 * busy machine works in large batches, and one that has time to spare at once.
 *
 * @param share how much longer than a batch takes, the next one may keep waiting
 * @param longest the most that it is kept waiting
 * @param strain from 0, where nothing is kept waiting, to 1
 */
public record Pace(int share, Duration longest, DoubleSupplier strain) {

    private static final int WHATEVER_A_BATCH_TAKES = Integer.MAX_VALUE;

    public Pace {
        if (share < 0 || longest.isNegative()) {
            throw new IllegalArgumentException("a pace has a share and a longest gather time of at least 0");
        }
    }

    /** Batches that are this far apart, however short they are. */
    public static Pace of(Duration gather) {
        return new Pace(WHATEVER_A_BATCH_TAKES, gather, () -> 1);
    }

    /** From one batch to the next. */
    public long nanosBetween(long handlingNanos) {
        return share == WHATEVER_A_BATCH_TAKES
                ? longest.toNanos()
                : Math.min(longest.toNanos(), handlingNanos + (long) (share * strain.getAsDouble() * handlingNanos));
    }
}
