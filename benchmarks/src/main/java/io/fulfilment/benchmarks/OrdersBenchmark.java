package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Books.Stock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Places orders with a running system, and reports how long they took, what they cost, and whether the books add up. */
public final class OrdersBenchmark {

    private static final String KAFKA = "127.0.0.1:19092";
    private static final int SAMPLE_EVERY = 50;

    private final Options options;
    private final LocalSystem system;
    private final Api api;
    private final OrderEvents events;
    private final OrderLoad load;

    private OrdersBenchmark(Options options, LocalSystem system, Api api, OrderEvents events) {
        this.options = options;
        this.system = system;
        this.api = api;
        this.events = events;
        this.load = new OrderLoad(api, new Random(options.seed()), options.declined());
    }

    /** Exits with 1 if an order is not final in time or the books don't add up, with 2 on a wrong option. */
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        var system = new LocalSystem(options.root());
        try (var api = new Api(system);
                var events = new OrderEvents(KAFKA)) {
            Report report = new OrdersBenchmark(options, system, api, events).run();
            report.print(System.out);
            write(report);
            System.exit(report.isGood() ? 0 : 1);
        }
    }

    private Report run() throws Exception {
        awaitFinal(load.place(options.warmUp(), options.rate()));
        var bookkeeper = new Bookkeeper(api);
        Map<String, Stock> before = bookkeeper.stock();
        var processorTime = new ProcessorTime(system);
        CompletableFuture<Void> kills = options.kill()
                ? CompletableFuture.runAsync(new Kills(system, Duration.ofSeconds(options.orders() / options.rate())))
                : CompletableFuture.completedFuture(null);
        long start = System.nanoTime();
        List<PlacedOrder> placed = load.place(options.orders(), options.rate());
        long accepted = System.nanoTime();
        kills.join();
        int notFinal = awaitFinal(placed);
        SortedMap<String, Long> used = processorTime.stop();
        long end = placed.stream()
                .map(order -> events.endedAt(order.orderId()))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(start);
        List<String> discrepancies =
                bookkeeper.read(placed, before, options.kill()).discrepancies();
        return new Report(
                options.seed(),
                options.orders(),
                options.rate(),
                options.declined(),
                options.kill(),
                load.repeats(),
                notFinal,
                (end - start) / 1e9,
                notFinal > 0 ? Double.NaN : (end - accepted) / 1e9,
                latency(placed, PlacedOrder::acknowledgedAt),
                latency(placed, order -> events.decidedAt(order.orderId())),
                latency(placed, order -> events.endedAt(order.orderId())),
                asSeenByGet(),
                used,
                discrepancies);
    }

    /** @return how many are not final when the time is up */
    private int awaitFinal(List<PlacedOrder> placed) {
        long deadline = System.nanoTime() + options.finalWithin().toNanos();
        int left;
        do {
            left = (int) placed.stream()
                    .filter(order -> !events.isFinal(order.orderId()))
                    .count();
            if (left > 0) {
                LockSupport.parkNanos(50_000_000);
            }
        } while (left > 0 && System.nanoTime() < deadline);
        return left;
    }

    /** A few more orders, one after the other, each asked for until it is final. */
    private Percentiles asSeenByGet() throws Exception {
        var nanos = new ArrayList<Long>();
        for (int i = 0; i < options.orders() / SAMPLE_EVERY; i++) {
            PlacedOrder order = load.place(1, options.rate()).getFirst();
            api.orderWhenFinal(order.orderId());
            nanos.add(System.nanoTime() - order.sentAt());
        }
        return Percentiles.ofNanos(nanos);
    }

    private static Percentiles latency(List<PlacedOrder> placed, Function<PlacedOrder, @Nullable Long> until) {
        var nanos = new ArrayList<Long>();
        for (PlacedOrder order : placed) {
            Long at = until.apply(order);
            if (at != null) {
                nanos.add(at - order.sentAt());
            }
        }
        return Percentiles.ofNanos(nanos);
    }

    private static void write(Report report) throws Exception {
        Path folder = Files.createDirectories(Path.of("benchmarks/results"));
        Path file = folder.resolve("orders-" + Instant.now().toString().replace(":", "") + ".json");
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(report));
        System.out.println("written to " + file);
    }
}
