package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Received;
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
        spans.around(messages, traced -> Rounds.of(traced, handlers::actionOf).forEach(this::handle));
    }

    private void handle(Consumer<List<Received<?>>> action, List<Received<?>> messages) {
        if (messages.size() == 1) {
            spans.about(messages.getFirst().envelope(), () -> action.accept(messages));
        } else {
            action.accept(messages);
        }
    }

    /** What became of them is committed, after so long. */
    void settled(Map<Incoming, Outcome> outcomes, long nanos) {
        metrics.settled(outcomes, nanos);
    }
}
