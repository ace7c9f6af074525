package io.fulfilment.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order as the driver means to place it; made from the seed alone but for the idempotency key.
 *
 * @param secondThoughts null of a customer who has none
 */
record PlannedOrder(
        String idempotencyKey,
        String customer,
        String email,
        boolean declined,
        List<Line> lines,
        @Nullable SecondThoughts secondThoughts) {

    record Line(String sku, int quantity) {}

    private static final int PRODUCTS = 1_000;

    static PlannedOrder next(
            Random random, int percentDeclined, Function<Random, @Nullable SecondThoughts> secondThoughts) {
        int first = random.nextInt(PRODUCTS);
        int second = (first + 1 + random.nextInt(PRODUCTS - 1)) % PRODUCTS;
        String key = UUID.randomUUID().toString();
        return new PlannedOrder(
                key,
                random.nextBoolean() ? "alice" : "bob",
                key + "@example.com",
                random.nextInt(100) < percentDeclined,
                List.of(line(first, random), line(second, random)),
                secondThoughts.apply(random));
    }

    private static Line line(int product, Random random) {
        return new Line("SKU-%04d".formatted(product + 1), 1 + random.nextInt(3));
    }

    String body() {
        return """
                {"lines":[{"sku":"%s","quantity":%d},{"sku":"%s","quantity":%d}],\
                "payment":{"method":"CARD","token":"%s"},"email":"%s",\
                "shippingAddress":{"name":"Ada","street":"1 Main Street","city":"London","postalCode":"N1","country":"GB"}}""".formatted(
                        lines.getFirst().sku(),
                        lines.getFirst().quantity(),
                        lines.getLast().sku(),
                        lines.getLast().quantity(),
                        declined ? "tok_declined" : "tok_ok",
                        email);
    }
}
