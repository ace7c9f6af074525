package io.fulfilment.local.traces;

import static java.util.stream.Collectors.joining;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zipkin2.Endpoint;

/** OpenTelemetry's spans as Zipkin's, after OpenTelemetry's specification of that. Links have no counterpart. */
final class ZipkinSpans {

    private static final String SERVICE = "service.name";
    /** Which of them is there names the other side, the first before the second. */
    private static final List<String> OTHER_SIDE = List.of("peer.service", "messaging.system", "server.address");

    private ZipkinSpans() {}

    static List<zipkin2.Span> of(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(ZipkinSpans::spans)
                .toList();
    }

    private static Stream<zipkin2.Span> spans(ResourceSpans resource) {
        Endpoint service = endpoint(
                text(resource.getResource().getAttributesList(), SERVICE).orElse("unknown"));
        return resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> span(span, service));
    }

    private static zipkin2.Span span(Span span, Endpoint service) {
        long start = micros(span.getStartTimeUnixNano());
        var result = zipkin2.Span.newBuilder()
                .traceId(hex(span.getTraceId()))
                .id(hex(span.getSpanId()))
                .parentId(span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()))
                .name(span.getName())
                .kind(kind(span.getKind()))
                .timestamp(start)
                .duration(Math.max(1, micros(span.getEndTimeUnixNano()) - start))
                .localEndpoint(service);
        OTHER_SIDE.stream()
                .flatMap(name -> text(span.getAttributesList(), name).stream())
                .findFirst()
                .ifPresent(name -> result.remoteEndpoint(endpoint(name)));
        span.getAttributesList().forEach(tag -> result.putTag(tag.getKey(), text(tag.getValue())));
        span.getEventsList().forEach(event -> result.addAnnotation(micros(event.getTimeUnixNano()), event.getName()));
        if (span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR) {
            result.putTag("error", span.getStatus().getMessage());
        }
        return result.build();
    }

    private static zipkin2.Span.@Nullable Kind kind(Span.SpanKind kind) {
        return switch (kind) {
            case SPAN_KIND_SERVER -> zipkin2.Span.Kind.SERVER;
            case SPAN_KIND_CLIENT -> zipkin2.Span.Kind.CLIENT;
            case SPAN_KIND_PRODUCER -> zipkin2.Span.Kind.PRODUCER;
            case SPAN_KIND_CONSUMER -> zipkin2.Span.Kind.CONSUMER;
            case SPAN_KIND_INTERNAL, SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }

    private static Optional<String> text(List<KeyValue> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .map(attribute -> text(attribute.getValue()))
                .findFirst();
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE -> hex(value.getBytesValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(ZipkinSpans::text)
                        .collect(joining(","));
            case KVLIST_VALUE ->
                value.getKvlistValue().getValuesList().stream()
                        .map(it -> it.getKey() + "=" + text(it.getValue()))
                        .collect(joining(","));
            case STRING_VALUE_STRINDEX, VALUE_NOT_SET -> "";
        };
    }

    private static Endpoint endpoint(String service) {
        return Endpoint.newBuilder().serviceName(service).build();
    }

    private static long micros(long nanos) {
        return nanos / 1_000;
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
