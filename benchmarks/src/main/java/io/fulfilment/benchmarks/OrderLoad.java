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

/** Places orders at a fixed rate, however fast they are answered. */
final class OrderLoad {

    private static final int ATTEMPTS = 60;
    private static final long PAUSE_NANOS = 500_000_000L;

    private final Api api;
    private final Random random;
    private final int percentDeclined;
    private final AtomicInteger repeats = new AtomicInteger();

    OrderLoad(Api api, Random random, int percentDeclined) {
        this.api = api;
        this.random = random;
        this.percentDeclined = percentDeclined;
    }

    /** @return every order, each acknowledged by the system */
    List<PlacedOrder> place(int orders, int rate) throws ExecutionException, InterruptedException {
        var placing = new ArrayList<Future<PlacedOrder>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < orders; i++) {
                PlannedOrder plan = PlannedOrder.next(random, percentDeclined);
                waitUntil(start + i * 1_000_000_000L / rate);
                placing.add(threads.submit(() -> place(plan)));
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
    private PlacedOrder place(PlannedOrder plan) throws InterruptedException {
        long sentAt = System.nanoTime();
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Api.Answer answer = api.place(plan);
                if (answer.status() == 202) {
                    return new PlacedOrder(plan, answer.body().get("orderId").asString(), sentAt, System.nanoTime());
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

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
