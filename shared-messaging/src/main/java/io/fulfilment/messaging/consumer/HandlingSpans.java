package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.trace.LogFields;
import io.fulfilment.messaging.trace.MessageSpans;
import io.fulfilment.messaging.trace.MessageSpans.Operation;
import io.fulfilment.messaging.trace.MessageSpans.Traced;
import io.micrometer.tracing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A span for each message whose sender sampled its trace. What its handler sends carries the span on, through the envelope: the
 * messages of a batch belong to many traces. The current span is the message's, or the batch's.
 */
final class HandlingSpans {

    private final MessageSpans spans;

    HandlingSpans(MessageSpans spans) {
        this.spans = spans;
    }

    /** Has messages handled within their spans; these fail if that does. */
    void around(List<Readable> messages, Consumer<List<Readable>> handling) {
        if (messages.stream().noneMatch(HandlingSpans::hasTrace)) {
            handling.accept(messages);
            return;
        }
        var started = new ArrayList<Span>();
        List<Readable> traced =
                messages.stream().map(message -> traced(message, started)).toList();
        Span batch = spans.startBatch(
                Operation.PROCESS,
                messages.size(),
                messages.stream().map(HandlingSpans::of).toList());
        if (batch != null) {
            started.add(batch);
        }
        Span current = batch == null && messages.size() == 1 && !started.isEmpty() ? started.getFirst() : batch;
        Throwable failure = null;
        try (var _ = spans.enter(current)) {
            handling.accept(traced);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            for (Span span : started) {
                MessageSpans.end(span, failure);
            }
        }
    }

    /** Has the handler of a single message called with its correlation id, for its log lines and for whomever it asks. */
    void about(Envelope envelope, Runnable handling) {
        try (var _ = LogFields.of(envelope);
                var _ = spans.correlate(envelope.correlationId())) {
            handling.run();
        }
    }

    private Readable traced(Readable message, List<Span> started) {
        Span span = spans.start(Operation.PROCESS, of(message));
        if (span == null) {
            return message;
        }
        started.add(span);
        return withTrace(message, MessageSpans.traceparent(span));
    }

    private static Traced of(Readable message) {
        Envelope envelope = message.received().envelope();
        return new Traced(
                envelope.topic(),
                envelope.subject(),
                envelope.type().toString(),
                envelope.id(),
                envelope.traceparent());
    }

    private static boolean hasTrace(Readable message) {
        return message.received().envelope().traceparent() != null;
    }

    private static Readable withTrace(Readable message, @Nullable String traceparent) {
        Envelope e = message.received().envelope();
        var traced = new Envelope(
                e.id(),
                e.type(),
                e.source(),
                e.subject(),
                e.sequence(),
                e.time(),
                e.correlationId(),
                e.causationId(),
                traceparent,
                e.topic(),
                e.partition(),
                e.offset());
        return new Readable(message.origin(), new Received<>(message.received().message(), traced));
    }
}
