package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.Due;
import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import io.fulfilment.benchmarks.messaging.service.Load;
import java.time.Duration;

/** A backlog in the outbox, and a relay that is switched on: until all of it is in Kafka. */
final class RelayDrain {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final OwnStack stack;
    private final EventTopic topic;
    private final Faults faults;

    RelayDrain(OwnStack stack, EventTopic topic, Faults faults) {
        this.stack = stack;
        this.topic = topic;
        this.faults = faults;
    }

    Measured measure(int rows, int warmUp) throws Exception {
        try (var service = stack.startService()) {
            drain(service, new Load("warm-up", warmUp));
            return drain(service, new Load("drain", rows));
        }
    }

    /** The clock starts when the relay does; the service has been made by then. */
    Measured drain(ServiceProcess service, Load load) throws Exception {
        service.ask(Patience.forCount(load.count()), "filled", "fill", load.prefix(), load.count());
        stack.checkpoint();
        service.ask(Patience.START, "ready", "relay");
        long size = topic.size() + load.count();
        try (var consumer = topic.fromEnd()) {
            Cost before = service.costSoFar();
            long start = System.nanoTime();
            service.tell("go");
            boolean complete = topic.awaitSize(size, Patience.forCount(load.count()));
            long end = System.nanoTime();
            Due.await(Measured.aftermathOf(end));
            Cost cost = service.costSoFar().minus(before);
            KeyOrder.Seen seen = new Arrivals(consumer).take(load.count(), complete ? PAUSE : Duration.ZERO);
            faults.check("relay drain of " + load.prefix(), load.count(), seen);
            service.await(Patience.START, "started");
            service.ask(Patience.START, "stopped", "stop");
            return Measured.of("relay drain", load.count(), end - start, cost, seen.repeated());
        }
    }
}
