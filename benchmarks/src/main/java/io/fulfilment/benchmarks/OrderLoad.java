package io.fulfilment.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places orders at a fixed rate, however fast they are answered. */
final class OrderLoad {

    /** Six services that start at once on a small machine keep it busy for a minute. */
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private static final long PAUSE_NANOS = 500_000_000L;

    private final Api api;
    private final Random random;
    private final int percentDeclined;
    private final Function<Random, @Nullable SecondThoughts> secondThoughts;
    private final AtomicInteger repeats = new AtomicInteger();

    OrderLoad(Api api, Random random, int percentDeclined, Function<Random, @Nullable SecondThoughts> secondThoughts) {
        this.api = api;
        this.random = random;
        this.percentDeclined = percentDeclined;
        this.secondThoughts = secondThoughts;
    }

    /** @return every order, each acknowledged by the system */
    List<PlacedOrder> place(int orders, int rate) throws ExecutionException, InterruptedException {
        return place(orders, rate, _ -> {});
    }

    /**
     * @param acknowledged is told of each at once
     * @return every order, each acknowledged by the system
     */
    List<PlacedOrder> place(int orders, int rate, Consumer<PlacedOrder> acknowledged)
            throws ExecutionException, InterruptedException {
        var placing = new ArrayList<Future<PlacedOrder>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < orders; i++) {
                PlannedOrder plan = PlannedOrder.next(random, percentDeclined, secondThoughts);
                long due = start + i * 1_000_000_000L / rate;
                Due.await(due);
                placing.add(threads.submit(() -> {
                    PlacedOrder order = place(plan, due);
                    acknowledged.accept(order);
                    return order;
                }));
            }
        }
        var placed = new ArrayList<PlacedOrder>();
        for (Future<PlacedOrder> order : placing) {
            placed.add(order.get());
        }
        return placed;
    }

    /** How many POSTs had to be sent again, because no answer came or the system said to try later. */
    int repeats() {
        return repeats.get();
    }

    /** An answer that doesn't come means unknown: the same key goes again until there is one. */
    private PlacedOrder place(PlannedOrder plan, long dueAt) throws InterruptedException {
        long sentAt = System.nanoTime();
        String last = "";
        while (System.nanoTime() - sentAt < PATIENCE_NANOS) {
            try {
                Api.Answer answer = api.place(plan);
                if (answer.status() == 202) {
                    String orderId = answer.body().get("orderId").asString();
                    return new PlacedOrder(plan, orderId, dueAt, sentAt, System.nanoTime());
                }
                last = answer.status() + " " + answer.body();
            } catch (IOException e) {
                last = e.toString();
            }
            repeats.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("no order for key " + plan.idempotencyKey() + ": " + last);
    }
}
