package io.fulfilment.messaging.conformance.service;

import io.fulfilment.messaging.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends the process, holds it up or has it fail, at a point of the handling of a batch or of the publishing of one. */
public final class Interruptions {

    /** What a process that ended itself ends with. */
    public static final int HALTED = 77;

    private static final String HELD = "SELECT EXISTS (SELECT FROM held_before WHERE message_key = ?)";

    private final AtomicReference<@Nullable CrashPoint> crash = new AtomicReference<>();
    private final AtomicReference<@Nullable Stall> stall = new AtomicReference<>();
    private final AtomicReference<@Nullable Failing> failing = new AtomicReference<>();
    private final JdbcTemplate jdbc;

    Interruptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Stall(Duration length, CompletableFuture<String> over) {}

    /** @param keys those that something failed with */
    private record Failing(Set<String> keys, CompletableFuture<String> over) {}

    /** The next batch that gets there comes this far. */
    void haltAt(CrashPoint point) {
        crash.set(point);
    }

    /** The next batch takes this long at least; completed when it has. */
    CompletableFuture<String> stall(Duration length) {
        var over = new CompletableFuture<String>();
        stall.set(new Stall(length, over));
        return over;
    }

    /** The handlers fail with a key of each batch until one is held for that; completed when it is. */
    CompletableFuture<String> fail() {
        var over = new CompletableFuture<String>();
        failing.set(new Failing(ConcurrentHashMap.newKeySet(), over));
        return over;
    }

    /** Called by the handlers when they begin. */
    void beforeHandling(List<? extends Received<?>> batch) {
        Failing armed = failing.get();
        if (armed == null) {
            return;
        }
        Optional<String> held = armed.keys().stream().filter(this::wasHeld).findFirst();
        if (held.isPresent()) {
            failing.compareAndSet(armed, null);
            armed.over().complete(held.get() + " was held as its handler failed");
            return;
        }
        batch.stream()
                .map(received -> received.envelope().subject())
                .filter(key -> !wasHeld(key))
                .findFirst()
                .ifPresent(key -> {
                    armed.keys().add(key);
                    throw new IllegalStateException("asked to fail");
                });
    }

    private boolean wasHeld(String key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HELD, Boolean.class, key));
    }

    /** Called when the broker has acknowledged something. */
    void beforeSettling() {
        haltIf(CrashPoint.BEFORE_SETTLING);
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
