package io.fulfilment.order.web;

import io.fulfilment.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service over HTTP. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final String token;

    private Client(int port, String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    static Client customer(int port, String name) {
        return new Client(port, TestTokens.of(name).customer());
    }

    static Client operator(int port) {
        return new Client(port, TestTokens.of("olivia").operator());
    }

    /** An order of two lamps, with changes as a format of the JSON. */
    static String order(String lines) {
        return """
                {"lines":%s,"payment":{"method":"CARD","token":"tok_ok"},"email":"ada@example.com",\
                "shippingAddress":{"name":"Ada","street":"Street 1","city":"London","postalCode":"N1","country":"GB"}}""".formatted(lines);
    }

    static String order() {
        return order("[{\"sku\":\"LAMP\",\"quantity\":2}]");
    }

    HttpResponse<String> place(String body) {
        return place(body, UUID.randomUUID().toString());
    }

    HttpResponse<String> place(String body, String... keys) {
        var request =
                request("/orders").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        for (String key : keys) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    /** Places two lamps and gives the order's path. */
    String placed() {
        return place(order()).headers().firstValue("Location").orElseThrow();
    }

    /** Asks for the cancellation of the order at a path. */
    HttpResponse<String> cancel(String path, String body, String... headers) {
        var request = request(path + "/cancellation")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> cancel(String path) {
        return cancel(path, "{\"reason\":\"too dear\"}");
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> head(String path) {
        return send(request(path).HEAD());
    }

    /** Returns as soon as the answer begins. */
    HttpResponse<Stream<String>> open(String path, String... headers) {
        return send(request(path).headers(headers), BodyHandlers.ofLines());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(40)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
