package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.SecondThoughts.AboutItsConfirmation;
import io.fulfilment.benchmarks.SecondThoughts.AfterItsEnd;
import io.fulfilment.benchmarks.SecondThoughts.Soon;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Cancels the orders whose customers have second thoughts, and notes the answers. */
final class Cancellations {

    /** What was answered. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        /** Refused, after an attempt that may have been accepted though no answer came. */
        UNCLEAR
    }

    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final long PAUSE_NANOS = 500_000_000L;
    private static final long LOOK_EVERY_NANOS = 20_000_000L;

    private final Api api;
    private final Predicate<String> ended;
    private final Pace pace;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<?>> asking = new ConcurrentLinkedQueue<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();

    /** @param ended whether an order was seen to have ended, by its id */
    Cancellations(Api api, Predicate<String> ended, Pace pace) {
        this.api = api;
        this.ended = ended;
        this.pace = pace;
    }

    /** To be called as soon as the order is acknowledged; doesn't wait. */
    void on(PlacedOrder order) {
        SecondThoughts thoughts = order.plan().secondThoughts();
        if (thoughts != null) {
            asking.add(threads.submit(() -> cancel(order, thoughts)));
        }
    }

    /** Waits for all answers; none can be added after. An order that doesn't end in time isn't cancelled after its end. */
    Map<String, Outcome> outcomes() throws ExecutionException, InterruptedException {
        threads.close();
        for (Future<?> each : asking) {
            each.get();
        }
        return Map.copyOf(outcomes);
    }

    /** How many POSTs had to be sent again, because no answer came or the system said to try later. */
    int repeats() {
        return repeats.get();
    }

    private void cancel(PlacedOrder order, SecondThoughts thoughts) {
        switch (thoughts) {
            case Soon(Duration later) -> Due.await(order.acknowledgedAt() + later.toNanos());
            case AfterItsEnd(Duration later) -> {
                if (!awaitEnd(order)) {
                    return;
                }
                Due.await(System.nanoTime() + later.toNanos());
            }
            case AboutItsConfirmation(double part) -> Due.await(within(part, order));
        }
        outcomes.put(order.orderId(), ask(order));
    }

    /** @return false if it doesn't come in time */
    private boolean awaitEnd(PlacedOrder order) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!ended.test(order.orderId())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }

    private long within(double part, PlacedOrder order) {
        long spread = order.sentAt() + 2 * pace.median().toNanos() - order.acknowledgedAt();
        return order.acknowledgedAt() + (long) (part * spread);
    }

    private Outcome ask(PlacedOrder order) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        boolean perhaps = false;
        String last = "";
        while (System.nanoTime() < deadline) {
            try {
                Api.Answer answer = api.cancel(order);
                if (answer.status() == 202) {
                    return Outcome.ACCEPTED;
                } else if (answer.status() == 409) {
                    return perhaps ? Outcome.UNCLEAR : Outcome.REFUSED;
                }
                perhaps |= answer.status() >= 500;
                last = answer.status() + " " + answer.body();
            } catch (IOException e) {
                perhaps = true;
                last = e.toString();
            }
            repeats.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("no cancellation of order " + order.orderId() + ": " + last);
    }
}
