package io.fulfilment.local.gateway;

import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Whoever wants the same waits for its turn; now and then, so does somebody who wants something else. */
final class Turns {

    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /** Lasts until it is closed. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    Turn take(String wanted) {
        ReentrantLock lock = locks[Math.floorMod(wanted.hashCode(), LOCKS)];
        lock.lock();
        return lock::unlock;
    }
}
