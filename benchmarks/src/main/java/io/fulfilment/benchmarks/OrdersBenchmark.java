package io.fulfilment.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.fulfilment.benchmarks.Books.Stock;
import io.fulfilment.benchmarks.Cancellations.Outcome;
import io.fulfilment.benchmarks.Kills.Kill;
import io.fulfilment.benchmarks.Torment.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Places orders with a running system, and reports how long they took, what they cost, and whether the books add up. */
public final class OrdersBenchmark {

    private static final int KAFKA = 19092;
    private static final int SAMPLE_EVERY = 50;

    private final Options options;
    private final LocalSystem system;
    private final Api api;
    private final OrderFacts facts;
    private final Pace pace;
    private final OrderLoad load;

    private OrdersBenchmark(Options options, LocalSystem system, Api api, OrderFacts facts) {
        this.options = options;
        this.system = system;
        this.api = api;
        this.facts = facts;
        this.pace = new Pace(facts);
        this.load = new OrderLoad(api, new Random(options.seed()), options.declined(), options.secondThoughts());
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
        var system = new LocalSystem(options.root(), options.localDir(), options.portOffset());
        var api = new Api(system);
        try (var events = new OrderEvents("127.0.0.1:" + system.port(KAFKA))) {
            Report report = new OrdersBenchmark(options, system, api, events.facts()).run();
            report.print(System.out);
            write(report);
            System.exit(report.isGood() ? 0 : 1);
        }
    }

    private Report run() throws Exception {
        var bookkeeper = new Bookkeeper(api);
        List<String> replicas =
                options.torment().isEmpty() ? List.of() : system.replicas(options.torment(), Torment.REPLICAS);
        warmUp(bookkeeper);
        Map<String, Stock> before = bookkeeper.stock();
        Instant begin = Instant.now();
        int repeatsBefore = load.repeats();
        var processorTime = new ProcessorTime(system);
        var faults = new Faults(system, processorTime);
        Duration ofDriver = processorTimeOfDriver();
        Optional<Torment> torment = startTorment(replicas, faults);
        Future<List<Kill>> kills = startKills(faults);
        long start = System.nanoTime();
        var cancellations = new Cancellations(api, facts::isFinal, pace);
        Consumer<PlacedOrder> cancel = cancellations::on;
        List<PlacedOrder> placed = load.place(options.orders(), options.rate(), cancel.andThen(pace::on));
        long accepted = System.nanoTime();
        List<Fault> tormented = torment.isPresent() ? torment.get().stop() : List.of();
        List<Kill> killed = kills.get();
        Map<String, Outcome> cancelled = cancellations.outcomes();
        var ends = new Ends(facts, placed, cancelled);
        long quiet = Math.max(accepted, Torment.lastOverAt(tormented).orElseGet(System::nanoTime));
        long deadline = quiet + options.finalWithin().toNanos();
        int notFinal = ends.await(deadline);
        ProcessorTime.Used used = processorTime.stop();
        ofDriver = processorTimeOfDriver().minus(ofDriver);
        long end = ends.last().orElse(start);
        int repeats = load.repeats() - repeatsBefore + cancellations.repeats();
        var discrepancies = new ArrayList<String>();
        if (!bookkeeper.awaitLastMails(deadline)) {
            discrepancies.add("sagas are under way at the time at which all was to be over");
        }
        discrepancies.addAll(ends.contradictions());
        discrepancies.addAll(bookkeeper
                .read(placed, cancelled, begin, before, options.maySwallowMails())
                .discrepancies());
        return new Report(
                options.seed(),
                options.orders(),
                options.rate(),
                options.declined(),
                options.cancel(),
                options.warmUp(),
                options.warmUpRate(),
                killed,
                torment.isPresent() ? Tormented.of(options.torment(), tormented, start, end) : null,
                counted(cancelled),
                options.race() ? Race.of(placed, facts) : null,
                repeats,
                notFinal,
                (end - start) / 1e9,
                notFinal > 0 ? Double.NaN : (end - accepted) / 1e9,
                latency(placed, PlacedOrder::sentAt),
                latency(placed, PlacedOrder::acknowledgedAt),
                latency(placed, order -> facts.decidedAt(order.orderId())),
                latency(placed, order -> facts.endedAt(order.orderId())),
                asSeenByGet(),
                used.millis(),
                used.lost(),
                ofDriver.toMillis(),
                discrepancies);
    }

    /** @throws IllegalStateException if the system is busy with it for so long that nothing could be measured */
    private void warmUp(Bookkeeper bookkeeper) throws Exception {
        List<PlacedOrder> placed = load.place(options.warmUp(), options.warmUpRate(), pace::on);
        long deadline = System.nanoTime() + options.finalWithin().toNanos();
        int notFinal = new Ends(facts, placed, Map.of()).await(deadline);
        if (notFinal > 0 || !bookkeeper.awaitLastMails(deadline)) {
            throw new IllegalStateException(
                    notFinal + " orders of the warm-up are not final, or not all mails are sent, "
                            + options.finalWithin().toSeconds() + " s after the last: nothing was measured");
        }
    }

    private Future<List<Kill>> startKills(Faults faults) {
        if (!options.kill()) {
            return CompletableFuture.completedFuture(List.of());
        }
        var over = Duration.ofSeconds(options.orders()).dividedBy(options.rate());
        var kills = new FutureTask<>(new Kills(faults, over)::perform);
        Thread.ofVirtual().name("kills").start(kills);
        return kills;
    }

    /** However the driver ends, what it did to replicas ends before. */
    private Optional<Torment> startTorment(List<String> replicas, Faults faults) {
        if (replicas.isEmpty()) {
            return Optional.empty();
        }
        var torment = new Torment(replicas, faults, Torment.PAUSE, new Random(options.seed()));
        torment.stopAtExit();
        torment.start();
        return Optional.of(torment);
    }

    private static Duration processorTimeOfDriver() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Map<Outcome, Long> counted(Map<String, Outcome> cancelled) {
        return cancelled.values().stream()
                .collect(groupingBy(Function.identity(), () -> new EnumMap<>(Outcome.class), counting()));
    }

    /** A few more orders, one after the other, each asked for until it is final. */
    private Percentiles asSeenByGet() throws Exception {
        var nanos = new ArrayList<Long>();
        for (int i = 0; i < options.orders() / SAMPLE_EVERY; i++) {
            PlacedOrder order = load.place(1, options.rate()).getFirst();
            api.orderWhenFinal(order.orderId());
            nanos.add(System.nanoTime() - order.dueAt());
        }
        return Percentiles.ofNanos(nanos);
    }

    private static Percentiles latency(List<PlacedOrder> placed, Function<PlacedOrder, @Nullable Long> until) {
        var nanos = new ArrayList<Long>();
        for (PlacedOrder order : placed) {
            Long at = until.apply(order);
            if (at != null) {
                nanos.add(at - order.dueAt());
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
