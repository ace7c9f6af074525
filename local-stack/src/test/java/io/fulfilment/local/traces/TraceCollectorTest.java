package io.fulfilment.local.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.Headers;
import io.fulfilment.local.http.Answer;
import io.fulfilment.local.http.JsonServer;
import io.fulfilment.local.http.Request;
import io.fulfilment.local.http.RequestSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zipkin2.codec.SpanBytesDecoder;

class TraceCollectorTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    private final Queue<zipkin2.Span> shown = new ConcurrentLinkedQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile boolean zipkinIsFull;
    private URI collector = URI.create("http://127.0.0.1");

    @BeforeEach
    void start() throws IOException {
        int zipkin = new JsonServer(0).on("/api/v2/spans", this::show).start();
        int port = new TraceCollector(URI.create("http://127.0.0.1:" + zipkin))
                .start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        collector = URI.create("http://127.0.0.1:" + port + "/v1/traces");
    }

    private Answer show(Request request) {
        if (zipkinIsFull) {
            return Answer.error(500, "full");
        }
        shown.addAll(SpanBytesDecoder.PROTO3.decodeList(request.body()));
        return Answer.ok(List.of());
    }

    @Test
    void showsTheSpanOfARequestInItsTrace() {
        RequestSpans spans = RequestSpans.of("card-gateway", collector.toString());
        var headers = new Headers();
        headers.set("traceparent", "00-" + TRACE + "-" + PARENT + "-01");
        Span span = spans.start("POST", "/operations", headers);
        RequestSpans.end(span, OptionalInt.of(200));

        zipkin2.Span found = await().until(shown::peek, it -> it != null);
        assertThat(found.traceId()).isEqualTo(TRACE);
        assertThat(found.parentId()).isEqualTo(PARENT);
        assertThat(found.name()).isEqualTo("post /operations");
        assertThat(found.kind()).isEqualTo(zipkin2.Span.Kind.SERVER);
        assertThat(found.localServiceName()).isEqualTo("card-gateway");
        assertThat(found.tags())
                .containsEntry("http.route", "/operations")
                .containsEntry("http.response.status_code", "200");
    }

    /** Half of them would be orphans. */
    @Test
    void makesNoSpanOfARequestWhoseTraceIsNotRecorded() {
        RequestSpans spans = RequestSpans.of("card-gateway", collector.toString());
        var headers = new Headers();
        headers.set("traceparent", "00-" + TRACE + "-" + PARENT + "-00");

        assertThat(spans.start("POST", "/operations", headers).isRecording()).isFalse();
        assertThat(spans.start("POST", "/operations", new Headers()).isRecording())
                .isFalse();
    }

    @Test
    void takesWhatIsPacked() throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            export().writeTo(gzip);
        }

        HttpResponse<String> answer = post(packed.toByteArray(), "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(shown).singleElement().satisfies(span -> {
            assertThat(span.remoteServiceName()).isEqualTo("kafka");
            assertThat(span.kind()).isEqualTo(zipkin2.Span.Kind.CONSUMER);
            assertThat(span.timestamp()).isEqualTo(1_000);
            assertThat(span.duration()).isEqualTo(500);
        });
    }

    @Test
    void asksTheSenderToTryAgainWhatZipkinDoesNotTake() throws IOException, InterruptedException {
        zipkinIsFull = true;

        assertThat(post(export().toByteArray(), "identity").statusCode()).isEqualTo(503);
    }

    @Test
    void refusesWhatIsNoExport() throws IOException, InterruptedException {
        assertThat(post(new byte[] {1, 2, 3}, "identity").statusCode()).isEqualTo(400);
        assertThat(post("no gzip".getBytes(StandardCharsets.UTF_8), "gzip").statusCode())
                .isEqualTo(400);
        assertThat(shown).isEmpty();
    }

    private HttpResponse<String> post(byte[] body, String encoding) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(collector)
                        .header("Content-Type", "application/x-protobuf")
                        .header("Content-Encoding", encoding)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static ExportTraceServiceRequest export() {
        var span = io.opentelemetry.proto.trace.v1.Span.newBuilder()
                .setTraceId(ByteString.fromHex(TRACE))
                .setSpanId(ByteString.fromHex(PARENT))
                .setName("process inventory.commands")
                .setKind(SpanKind.SPAN_KIND_CONSUMER)
                .setStartTimeUnixNano(1_000_000)
                .setEndTimeUnixNano(1_500_000)
                .addAttributes(KeyValue.newBuilder()
                        .setKey("messaging.system")
                        .setValue(AnyValue.newBuilder().setStringValue("kafka")));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }
}
