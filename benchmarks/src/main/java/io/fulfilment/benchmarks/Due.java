package io.fulfilment.benchmarks;

import java.util.concurrent.locks.LockSupport;

/** Times of {@link System#nanoTime()} at which something is to happen. */
public final class Due {

    private Due() {}

    /** Returns then, or at once if it is late. */
    public static void await(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
