package io.fulfilment.benchmarks;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * When a customer cancels her order.
 *
 * @param afterItsEnd once it has ended, rather than once it was acknowledged
 * @param later how long after that
 */
record SecondThoughts(boolean afterItsEnd, Duration later) {

    /** The pivot is somewhere within, and the end of most orders. */
    private static final int SOON_MILLIS = 1_500;

    /** In equal parts: at once, soon, and after the order's end. Null for a customer who has none. */
    static @Nullable SecondThoughts next(Random random, int percentCancelled) {
        if (random.nextInt(100) >= percentCancelled) {
            return null;
        }
        int part = random.nextInt(3);
        Duration soon = Duration.ofMillis(random.nextInt(SOON_MILLIS));
        return new SecondThoughts(part == 2, part == 0 ? Duration.ZERO : soon);
    }
}
