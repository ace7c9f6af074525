package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.Due;
import io.fulfilment.benchmarks.Percentiles;
import io.fulfilment.benchmarks.messaging.service.Committed;
import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import io.fulfilment.benchmarks.messaging.service.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Single transactions at a fixed rate: how long from a commit until a consumer has the message. */
final class CommitToConsumer {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final OwnStack stack;
    private final EventTopic topic;
    private final Faults faults;

    CommitToConsumer(OwnStack stack, EventTopic topic, Faults faults) {
        this.stack = stack;
        this.topic = topic;
        this.faults = faults;
    }

    record Result(Measured measured, Latency latency) {}

    Result measure(int rate, int seconds) throws Exception {
        try (var service = stack.startService();
                var consumer = topic.fromEnd()) {
            service.ask(Patience.START, "ready", "relay");
            service.ask(Patience.START, "started", "go");
            var arrivals = new Arrivals(consumer);
            append(service, arrivals, new Load("warm-up-of-latency", rate * seconds), rate);
            stack.checkpoint();
            Result result = append(service, arrivals, new Load("latency", rate * seconds), rate);
            service.ask(Patience.START, "stopped", "stop");
            return result;
        }
    }

    private Result append(ServiceProcess service, Arrivals arrivals, Load load, int rate)
            throws IOException, InterruptedException, ExecutionException {
        var taking = new FutureTask<>(() -> arrivals.take(load.count(), PAUSE));
        Thread.ofPlatform().name("consumer").daemon().start(taking);
        Cost before = service.costSoFar();
        long start = System.nanoTime();
        service.ask(Patience.forCount(load.count()), "appended", "append", load.prefix(), load.count(), rate);
        KeyOrder.Seen seen = taking.get();
        long end = System.nanoTime();
        Due.await(Measured.aftermathOf(end));
        Cost cost = service.costSoFar().minus(before);
        faults.check(load.prefix(), load.count(), seen);
        var measured = Measured.of("commit to consumer", load.count(), end - start, cost, seen.repeated());
        return new Result(measured, latency(committed(service), arrivals, rate));
    }

    private List<Committed> committed(ServiceProcess service) throws IOException {
        Path file = stack.file("committed");
        service.ask(Patience.START, "written", "write", file);
        return Files.readAllLines(file).stream().map(Committed::parse).toList();
    }

    private static Latency latency(List<Committed> committed, Arrivals arrivals, int rate) {
        var late = committed.stream()
                .map(each -> each.committedAt() - each.dueAt())
                .toList();
        var seen = committed.stream()
                .filter(each -> arrivals.firstSeen(each.id()) != null)
                .map(each -> Objects.requireNonNull(arrivals.firstSeen(each.id())) - each.committedAt())
                .toList();
        return new Latency(rate, Percentiles.ofNanos(late), Percentiles.ofNanos(seen));
    }
}
