package io.fulfilment.messaging.trace;

import io.fulfilment.messaging.Cause;
import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spans of messages whose trace is sampled; what isn't sampled costs nothing. A message has one cause, which is the parent of
 * its span. A batch has many: its span begins a trace of its own, and links to each.
 */
public final class MessageSpans {

    private static final String CORRELATION = "correlationId";

    private final Supplier<@Nullable Tracer> tracer;

    /** What is done with messages, as OpenTelemetry's semantic conventions for messaging name it. */
    public enum Operation {
        CREATE(Span.Kind.PRODUCER),
        SEND(Span.Kind.PRODUCER),
        PROCESS(Span.Kind.CONSUMER);

        private final Span.Kind kind;
        private final String label = name().toLowerCase(Locale.ROOT);

        Operation(Span.Kind kind) {
            this.kind = kind;
        }
    }

    /** What a span says of its message. */
    public record Traced(
            String topic,
            String key,
            String type,
            UUID id,
            @Nullable String parent) {

        boolean isSampled() {
            return TraceParent.isSampled(parent);
        }
    }

    public MessageSpans(Supplier<@Nullable Tracer> tracer) {
        this.tracer = tracer;
    }

    /** The current span in the form of the header, or null if there is none. */
    public @Nullable String current() {
        Tracer present = tracer.get();
        Span span = present == null ? null : present.currentSpan();
        return span == null || span.isNoop() ? null : TraceParent.of(span.context());
    }

    /** Begins the span of one message; null if it isn't sampled, or not recorded here. */
    public @Nullable Span start(Operation operation, Traced message) {
        Tracer present = tracer.get();
        if (present == null || message.parent() == null || !message.isSampled()) {
            return null;
        }
        return recorded(builder(present, operation)
                .setParent(TraceParent.context(present, message.parent()))
                .name(operation.label + " " + message.topic())
                .tag("messaging.destination.name", message.topic())
                .tag("messaging.message.id", message.id().toString())
                .tag("messaging.kafka.message.key", message.key())
                .tag("cloudevents.event_type", message.type())
                .start());
    }

    /** What isn't recorded here may be elsewhere: then the trace goes by as it came. */
    private static @Nullable Span recorded(Span span) {
        return span.isNoop() ? null : span;
    }

    /** The same if it has the form of the header, else null: a trace that can't be read begins anew. */
    public static @Nullable String valid(@Nullable String traceparent) {
        return traceparent != null && TraceParent.isValid(traceparent) ? traceparent : null;
    }

    public static boolean isSampled(@Nullable String traceparent) {
        return TraceParent.isSampled(traceparent);
    }

    /**
     * Begins the span of a batch.
     *
     * @param count how many messages it has
     * @param messages at least those that are sampled
     * @return null if it has no more than one that is sampled
     */
    public @Nullable Span startBatch(Operation operation, int count, List<Traced> messages) {
        Tracer present = tracer.get();
        if (present == null || messages.size() < 2) {
            return null;
        }
        List<String> parents = messages.stream()
                .filter(Traced::isSampled)
                .map(Traced::parent)
                .distinct()
                .toList();
        if (parents.size() < 2) {
            return null;
        }
        Span.Builder builder = builder(present, operation)
                .setNoParent()
                .name(operation.label + " batch")
                .tag("messaging.batch.message_count", count);
        parents.forEach(parent -> builder.addLink(new Link(TraceParent.context(present, parent))));
        return recorded(builder.start());
    }

    private static Span.Builder builder(Tracer tracer, Operation operation) {
        return tracer.spanBuilder()
                .kind(operation.kind)
                .tag("messaging.system", "kafka")
                .tag("messaging.operation.name", operation.label)
                .tag("messaging.operation.type", operation.label);
    }

    /** A span that is the current one until this is closed. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    public Scope enter(@Nullable Span span) {
        Tracer present = tracer.get();
        return present == null || span == null ? () -> {} : present.withSpan(span)::close;
    }

    /**
     * Makes the span of a cause the current one. Where it has none, that is one which isn't sampled: otherwise whoever asks next
     * would begin a trace in the midst of things.
     */
    public Scope resume(Cause cause) {
        Tracer present = tracer.get();
        if (present == null) {
            return () -> {};
        }
        String traceparent = cause.traceparent();
        String parent = traceparent != null ? traceparent : TraceParent.unsampled(cause.correlationId());
        return present.currentTraceContext().newScope(TraceParent.context(present, parent))::close;
    }

    /** Has the id go along as baggage with whatever is asked of others. */
    public Scope correlate(UUID correlationId) {
        Tracer present = tracer.get();
        return present == null ? () -> {} : present.createBaggageInScope(CORRELATION, correlationId.toString())::close;
    }

    public static String traceparent(Span span) {
        return TraceParent.of(span.context());
    }

    /** Ends a span, as failed if there is an error. Shows no message of the error: it may quote personal data. */
    public static void end(@Nullable Span span, @Nullable Throwable error) {
        if (span != null) {
            if (error != null) {
                span.tag("error.type", error.getClass().getName());
            }
            span.end();
        }
    }
}
