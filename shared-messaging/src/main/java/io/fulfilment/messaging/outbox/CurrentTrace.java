package io.fulfilment.messaging.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The current span's context in the form of W3C's header {@code traceparent}. */
public final class CurrentTrace {

    private final ObjectProvider<Tracer> tracers;

    CurrentTrace(ObjectProvider<Tracer> tracers) {
        this.tracers = tracers;
    }

    @Nullable
    String traceparent() {
        Tracer tracer = tracers.getIfAvailable();
        Span span = tracer == null ? null : tracer.currentSpan();
        return span == null || span.isNoop() ? null : traceparent(span.context());
    }

    public static String traceparent(TraceContext context) {
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
