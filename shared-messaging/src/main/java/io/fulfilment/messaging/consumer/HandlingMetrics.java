package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Ignored;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.codec.Incoming.Unreadable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts what became of messages. Only types of the language become labels, so that no sender can multiply them. */
final class HandlingMetrics {

    private static final String UNKNOWN = "unknown";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer handling;
    private final Timer endToEnd;
    private final Map<Label, Counter> counters = new ConcurrentHashMap<>();

    private record Label(String topic, String type, Outcome outcome) {}

    HandlingMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.handling = Timer.builder("message.handling")
                .description("the transaction of a batch, counted for each of its messages")
                .register(meters);
        this.endToEnd = Timer.builder("message.end.to.end")
                .description("from the commit of the cause to the commit of the effect")
                .register(meters);
    }

    void settled(Map<Incoming, Outcome> outcomes, long nanos) {
        Instant now = clock.instant();
        outcomes.forEach((incoming, outcome) -> {
            count(incoming, outcome);
            if (outcome == Outcome.HANDLED && incoming instanceof Readable readable) {
                handling.record(nanos, TimeUnit.NANOSECONDS);
                endToEnd.record(since(readable.received().envelope().time(), now));
            }
        });
    }

    /** A sender may claim any time: what no timer could hold is cut off. */
    private static Duration since(Instant claimed, Instant now) {
        var duration = Duration.between(claimed, now);
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    private void count(Incoming incoming, Outcome outcome) {
        var label = new Label(incoming.origin().topic(), type(incoming), outcome);
        counters.computeIfAbsent(label, this::counter).increment();
    }

    private Counter counter(Label label) {
        return Counter.builder("messages.handled")
                .tags(
                        "topic",
                        label.topic(),
                        "type",
                        label.type(),
                        "outcome",
                        label.outcome().label())
                .register(meters);
    }

    private static String type(Incoming incoming) {
        return switch (incoming) {
            case Readable readable -> readable.type().toString();
            case Ignored ignored -> ignored.envelope().type().toString();
            case Unreadable unreadable -> UNKNOWN;
        };
    }
}
