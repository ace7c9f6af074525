package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Readable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Has the handlers handle messages, watched. */
final class Handling {

    private final HandlerRegistry handlers;
    private final HandlingSpans spans;
    private final HandlingMetrics metrics;

    Handling(HandlerRegistry handlers, HandlingObservation observation) {
        this.handlers = handlers;
        this.spans = observation.spans();
        this.metrics = observation.metrics();
    }

    /** In the current transaction, as many at once as the order of the keys allows. */
    void handle(List<Readable> messages) {
        try (var traced = spans.start(messages)) {
            Rounds.of(traced.messages(), handlers::actionOf).forEach(Consumer::accept);
            traced.succeeded();
        }
    }

    /** What became of them is committed, after so long. */
    void settled(Map<Incoming, Outcome> outcomes, long nanos) {
        metrics.settled(outcomes, nanos);
    }
}
