package io.fulfilment.messaging.conformance.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends the process, or holds it up, at a point of the handling of a batch. */
public final class Interruptions {

    /** What a process that ended itself ends with. */
    public static final int HALTED = 77;

    private final AtomicReference<@Nullable CrashPoint> crash = new AtomicReference<>();
    private final AtomicReference<@Nullable Stall> stall = new AtomicReference<>();

    Interruptions() {}

    private record Stall(Duration length, CompletableFuture<String> over) {}

    /** The next batch comes this far. */
    void haltAt(CrashPoint point) {
        crash.set(point);
    }

    /** The next batch takes this long at least; completed when it has. */
    CompletableFuture<String> stall(Duration length) {
        var over = new CompletableFuture<String>();
        stall.set(new Stall(length, over));
        return over;
    }

    /** Called by the handlers when they are done. */
    void withinTransaction() {
        Stall held = stall.getAndSet(null);
        if (held != null) {
            pause(held.length());
            held.over().complete("stalled for " + held.length());
        }
        haltIf(CrashPoint.AFTER_HANDLER);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                haltIf(CrashPoint.BEFORE_COMMIT);
            }

            @Override
            public void afterCommit() {
                haltIf(CrashPoint.AFTER_COMMIT);
            }
        });
    }

    private void haltIf(CrashPoint point) {
        if (crash.get() == point) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    /** Of the processes under test only. */
    static void pause(Duration length) {
        try {
            if (new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
