package io.fulfilment.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<?>> asking = new ConcurrentLinkedQueue<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

    /** @param ended whether an order was seen to have ended, by its id */
    Cancellations(Api api, Predicate<String> ended) {
        this.api = api;
        this.ended = ended;
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

    private void cancel(PlacedOrder order, SecondThoughts thoughts) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (thoughts.afterItsEnd() && !ended.test(order.orderId())) {
            if (System.nanoTime() > deadline) {
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        Due.await(System.nanoTime() + thoughts.later().toNanos());
        outcomes.put(order.orderId(), ask(order));
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
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("no cancellation of order " + order.orderId() + ": " + last);
    }
}
