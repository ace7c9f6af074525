package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.deadletter.DeadLetters;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction over a batch: inbox, handlers, dead letters and, as it commits, the outbox. All of it or nothing. */
final class BatchTransaction {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final HandlerRegistry handlers;
    private final HandlingSpans spans;
    private final HandlingMetrics metrics;

    BatchTransaction(
            TransactionTemplate transaction,
            Inbox inbox,
            DeadLetters deadLetters,
            HandlerRegistry handlers,
            HandlingObservation observation) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.handlers = handlers;
        this.spans = observation.spans();
        this.metrics = observation.metrics();
    }

    /** Safe to repeat, with any part of the batch settled before. */
    void settle(List<Incoming> batch) {
        settle(batch, null);
    }

    /** As {@link #settle(List)}; one of the messages is parked untried, and so are those of its key behind it. */
    void settle(List<Incoming> batch, @Nullable Condemned condemned) {
        long start = System.nanoTime();
        Sorted sorted = transaction.execute(status -> {
            var result = new Sorted(batch, inbox.take(readable(batch)), condemned);
            deadLetters.park(result.toPark());
            handle(result.toHandle());
            return result;
        });
        metrics.settled(Objects.requireNonNull(sorted).outcomes(), System.nanoTime() - start);
    }

    private void handle(List<Readable> messages) {
        try (var traced = spans.start(messages)) {
            Rounds.of(traced.messages(), handlers::actionOf).forEach(Consumer::accept);
            traced.succeeded();
        }
    }

    private static List<Readable> readable(List<Incoming> batch) {
        return batch.stream()
                .filter(Readable.class::isInstance)
                .map(Readable.class::cast)
                .toList();
    }
}
