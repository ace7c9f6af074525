package io.fulfilment.messaging.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The current span's context in the form of W3C's header {@code traceparent}. */
public final class CurrentTrace {

    private final Supplier<@Nullable Tracer> tracer;

    CurrentTrace(Supplier<@Nullable Tracer> tracer) {
        this.tracer = tracer;
    }

    @Nullable
    String traceparent() {
        Tracer present = tracer.get();
        Span span = present == null ? null : present.currentSpan();
        return span == null || span.isNoop() ? null : traceparent(span.context());
    }

    public static String traceparent(TraceContext context) {
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
