package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.outbox.CurrentTrace;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span for each message whose sender sampled its trace. What its handler sends carries the span on, through the
 * envelope: the messages of a batch belong to many traces.
 */
final class HandlingSpans {

    private final @Nullable Tracer tracer;

    HandlingSpans(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Messages with their spans, which end with {@link #close()}: as failed, unless they succeeded before. */
    record Traced(List<Readable> messages, List<Span> spans) implements AutoCloseable {

        void succeeded() {
            spans.forEach(Span::end);
            spans.clear();
        }

        @Override
        public void close() {
            spans.forEach(span -> span.tag("error", "true").end());
        }
    }

    Traced start(List<Readable> messages) {
        var spans = new ArrayList<Span>(0);
        if (tracer == null || messages.stream().noneMatch(HandlingSpans::isSampled)) {
            return new Traced(messages, spans);
        }
        Tracer present = tracer;
        return new Traced(
                messages.stream()
                        .map(message -> traced(present, message, spans))
                        .toList(),
                spans);
    }

    private static Readable traced(Tracer tracer, Readable message, List<Span> spans) {
        String parent = message.received().envelope().traceparent();
        if (parent == null || !isSampled(message)) {
            return message;
        }
        Span span = tracer.spanBuilder()
                .setParent(tracer.traceContextBuilder()
                        .traceId(parent.substring(3, 35))
                        .spanId(parent.substring(36, 52))
                        .sampled(true)
                        .build())
                .name("handle " + message.type())
                .kind(Span.Kind.CONSUMER)
                .start();
        spans.add(span);
        return withTrace(message, CurrentTrace.traceparent(span.context()));
    }

    private static boolean isSampled(Readable message) {
        String parent = message.received().envelope().traceparent();
        return parent != null && (Character.digit(parent.charAt(parent.length() - 1), 16) & 1) == 1;
    }

    private static Readable withTrace(Readable message, String traceparent) {
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
