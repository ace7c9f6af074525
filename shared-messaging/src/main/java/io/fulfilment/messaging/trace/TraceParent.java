package io.fulfilment.messaging.trace;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C's header {@code traceparent}, in the form {@code 00-TRACE-SPAN-FLAGS}. */
final class TraceParent {

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    static boolean isSampled(@Nullable String traceparent) {
        return traceparent != null && (Character.digit(traceparent.charAt(traceparent.length() - 1), 16) & 1) == 1;
    }

    static TraceContext context(Tracer tracer, String traceparent) {
        return tracer.traceContextBuilder()
                .traceId(traceparent.substring(3, 35))
                .spanId(traceparent.substring(36, 52))
                .sampled(isSampled(traceparent))
                .build();
    }

    /** Of what nobody records, but for whom it is about. */
    static String unsampled(UUID correlationId) {
        String trace = correlationId.toString().replace("-", "");
        return "00-" + trace + "-" + trace.substring(16) + "-00";
    }

    static String of(TraceContext context) {
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
