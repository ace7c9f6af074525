package io.fulfilment.local.http;

import com.sun.net.httpserver.Headers;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A span for each request of which the client has a trace that is recorded. */
public final class RequestSpans {

    private static final TextMapGetter<Headers> HEADERS = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(Headers headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            return headers == null ? null : headers.getFirst(name);
        }
    };

    private final OpenTelemetry telemetry;

    private RequestSpans(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    public static RequestSpans none() {
        return new RequestSpans(OpenTelemetry.noop());
    }

    /** @param endpoint where spans go, by OTLP over HTTP; none are made if it is null, or if its host is unknown */
    public static RequestSpans of(String service, @Nullable String endpoint) {
        if (endpoint == null
                || endpoint.isBlank()
                || isUnknown(URI.create(endpoint).getHost())) {
            return none();
        }
        var exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
        var provider = SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(Duration.ofSeconds(1))
                        .build())
                .build();
        var telemetry = OpenTelemetrySdk.builder().setTracerProvider(provider).build();
        Runtime.getRuntime().addShutdownHook(new Thread(telemetry::close, "spans"));
        return new RequestSpans(telemetry);
    }

    private static boolean isUnknown(@Nullable String host) {
        return host == null || new InetSocketAddress(host, 0).isUnresolved();
    }

    public Span start(String method, String route, Headers headers) {
        Context client = W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
        return telemetry
                .getTracer(RequestSpans.class.getPackageName())
                .spanBuilder(method + " " + route)
                .setParent(client)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", method)
                .setAttribute("http.route", route)
                .startSpan();
    }

    /** @param status empty if the request isn't answered */
    public static void end(Span span, OptionalInt status) {
        status.ifPresent(code -> span.setAttribute("http.response.status_code", code));
        if (status.orElse(500) >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
