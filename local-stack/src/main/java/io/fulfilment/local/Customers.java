package io.fulfilment.local;

import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** People who order, ask, and change their minds, and an operator who looks into some orders: what services have to do. */
final class Customers {

    /** Each orders again when the last order has come to its end, so that a slow machine gets fewer at a time. */
    private static final int CUSTOMERS = 32;

    private static final int PROGRESS = 100;

    private final Shop shop;

    Customers(Shop shop) {
        this.shop = shop;
    }

    /** Returns when that many orders have come to their ends. */
    void order(int orders, Progress progress) throws StartFailed, InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(CUSTOMERS, Thread.ofVirtual().factory())) {
            var ended = new ExecutorCompletionService<Integer>(threads);
            for (int i = 0; i < orders; i++) {
                int number = i;
                ended.submit(() -> follow(number));
            }
            for (int i = 1; i <= orders; i++) {
                try {
                    ended.take().get();
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw new StartFailed("an order failed: " + e.getCause());
                }
                if (i % PROGRESS == 0 || i == orders) {
                    progress.say("  " + i + " of " + orders + " orders");
                }
            }
        }
    }

    /** One in ten is declined, one is cancelled meanwhile, one afterwards, and one is looked into. */
    private int follow(int number) throws IOException, InterruptedException {
        String customer = number % 2 == 0 ? "alice" : "bob";
        String order = shop.place(customer, number, number % 10 == 1 ? "tok_declined" : "tok_ok");
        if (number % 10 == 3) {
            shop.cancel(customer, order);
        }
        shop.awaitEnd(customer, order);
        if (number % 10 == 5) {
            shop.cancel(customer, order);
            shop.awaitEnd(customer, order);
        }
        if (number % 10 == 7) {
            shop.lookInto(order);
        }
        return number;
    }
}
