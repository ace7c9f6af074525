package io.fulfilment.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP server that speaks JSON, with a virtual thread for each request. */
public final class JsonServer {

    private static final Logger LOG = LoggerFactory.getLogger(JsonServer.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private static final int LARGEST_BODY = 64 * 1024;

    private final HttpServer server;
    private RequestSpans spans = RequestSpans.none();

    /** Answers requests below a path. */
    @FunctionalInterface
    public interface Endpoint {

        /** @throws InterruptedException while the answer is held back */
        Answer answer(Request request) throws IOException, InterruptedException;
    }

    /**
     * On the loopback address.
     *
     * @param port 0 for any
     */
    public JsonServer(int port) throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public JsonServer(InetSocketAddress address) throws IOException {
        // Without it, an answer in two segments waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(address, 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/ready", request -> Answer.ok(Map.of("status", "UP")));
    }

    public JsonServer on(String path, Endpoint endpoint) {
        return on(path, LARGEST_BODY, endpoint);
    }

    /** @param largestBody in bytes */
    public JsonServer on(String path, int largestBody, Endpoint endpoint) {
        server.createContext(path, exchange -> handle(exchange, largestBody, endpoint));
        return this;
    }

    public JsonServer traced(RequestSpans spans) {
        this.spans = spans;
        return this;
    }

    /** @return the port that it listens on */
    public int start() {
        server.start();
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange, int largestBody, Endpoint endpoint) throws IOException {
        Span span = spans.start(
                exchange.getRequestMethod(), exchange.getHttpContext().getPath(), exchange.getRequestHeaders());
        OptionalInt status = OptionalInt.empty();
        try (exchange) {
            Answer answer = answer(exchange, largestBody, endpoint);
            write(exchange, answer);
            status = answer.statusCode();
        } catch (UncheckedIOException e) {
            LOG.error("{} ended half-way", exchange.getRequestURI().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            RequestSpans.end(span, status);
        }
    }

    private static Answer answer(HttpExchange exchange, int largestBody, Endpoint endpoint)
            throws InterruptedException {
        try {
            return endpoint.answer(Request.of(exchange, largestBody));
        } catch (IllegalArgumentException e) {
            return Answer.error(400, e.getMessage() == null ? "bad request" : e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
            return Answer.error(500, "storage failed");
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Json(int status, Object content) -> {
                byte[] body = JSON.writeValueAsBytes(content);
                begin(exchange, status, body.length);
                exchange.getResponseBody().write(body);
            }
            case Answer.Protobuf() -> {
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
            case Answer.Items(Stream<?> items) -> {
                begin(exchange, 200, 0);
                write(items, exchange.getResponseBody());
            }
            // Closing the exchange unanswered drops the connection.
            case Answer.None() ->
                LOG.info("{} is not answered", exchange.getRequestURI().getPath());
        }
    }

    private static void begin(HttpExchange exchange, int status, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, length);
    }

    /** If it fails on the way, the text ends there, and so nobody takes it for the whole. */
    private static void write(Stream<?> items, OutputStream body) {
        JsonGenerator json = JSON.createGenerator(body);
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        items.forEach(json::writePOJO);
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
