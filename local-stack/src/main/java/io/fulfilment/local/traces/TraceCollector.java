package io.fulfilment.local.traces;

import io.fulfilment.local.http.Answer;
import io.fulfilment.local.http.Environment;
import io.fulfilment.local.http.JsonServer;
import io.fulfilment.local.http.Request;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zipkin2.Span;
import zipkin2.codec.SpanBytesEncoder;

/** Takes spans by OTLP over HTTP, and hands them on to Zipkin, which has a language of its own. */
public final class TraceCollector {

    private static final Logger LOG = LoggerFactory.getLogger(TraceCollector.class);
    private static final int LARGEST_BODY = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI zipkin;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    TraceCollector(URI zipkin) {
        this.zipkin = zipkin.resolve("/api/v2/spans");
    }

    public static void main(String[] args) throws IOException {
        var environment = Environment.ofThisProcess();
        new TraceCollector(URI.create(environment.variables().getOrDefault("ZIPKIN_URL", "http://127.0.0.1:9411")))
                .start(environment.address("SERVER_PORT", 4318));
    }

    int start(InetSocketAddress address) throws IOException {
        return new JsonServer(address)
                .on("/v1/traces", LARGEST_BODY, this::traces)
                .start();
    }

    private Answer traces(Request request) throws IOException, InterruptedException {
        if (!request.method().equals("POST")) {
            return Answer.error(405, "POST");
        }
        if (!request.header("Content-Type").orElse("").startsWith("application/x-protobuf")) {
            return Answer.error(415, "application/x-protobuf");
        }
        return handOn(ZipkinSpans.of(export(request)));
    }

    private static ExportTraceServiceRequest export(Request request) {
        try {
            return ExportTraceServiceRequest.parseFrom(content(request));
        } catch (IOException e) {
            throw new IllegalArgumentException("not an export of traces: " + e.getMessage(), e);
        }
    }

    private static byte[] content(Request request) throws IOException {
        if (!request.header("Content-Encoding").orElse("identity").equals("gzip")) {
            return request.body();
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
            byte[] content = unpacked.readNBytes(LARGEST_BODY + 1);
            if (content.length > LARGEST_BODY) {
                throw new IllegalArgumentException("the body is larger than " + LARGEST_BODY + " bytes");
            }
            return content;
        }
    }

    /** What Zipkin does not take, its sender is to send again. */
    private Answer handOn(List<Span> spans) throws InterruptedException {
        if (spans.isEmpty()) {
            return Answer.protobuf();
        }
        var request = HttpRequest.newBuilder(zipkin)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(SpanBytesEncoder.PROTO3.encodeList(spans)))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                return Answer.protobuf();
            }
            LOG.warn("Zipkin refuses {} spans with {}", spans.size(), status);
        } catch (IOException e) {
            LOG.warn("Zipkin can't be reached: {}", e.toString());
        }
        return Answer.error(503, "Zipkin does not take the spans");
    }
}
