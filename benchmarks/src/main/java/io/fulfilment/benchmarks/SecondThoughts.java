package io.fulfilment.benchmarks;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** When a customer cancels her order. */
sealed interface SecondThoughts {

    /** The pivot is somewhere within, and the end of most orders. */
    int SOON_MILLIS = 1_500;

    /** @param later than the order was acknowledged */
    record Soon(Duration later) implements SecondThoughts {}

    /** @param later than the order ended */
    record AfterItsEnd(Duration later) implements SecondThoughts {}

    /** @param part of the time between when the order is acknowledged and twice the usual time to its confirmation */
    record AboutItsConfirmation(double part) implements SecondThoughts {}

    /** In equal parts: at once, soon, and after the order's end. Null for a customer who has none. */
    static @Nullable SecondThoughts next(Random random, int percentCancelled) {
        if (random.nextInt(100) >= percentCancelled) {
            return null;
        }
        int part = random.nextInt(3);
        Duration soon = Duration.ofMillis(random.nextInt(SOON_MILLIS));
        return part == 2 ? new AfterItsEnd(soon) : new Soon(part == 0 ? Duration.ZERO : soon);
    }

    static SecondThoughts racing(Random random) {
        return new AboutItsConfirmation(random.nextDouble());
    }
}
