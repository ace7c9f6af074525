package io.fulfilment.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.saga.fulfilment.Example;
import io.fulfilment.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators see and do over HTTP. */
final class OperatorApi implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String operator = TestTokens.of("olivia").operator();
    private final int port;

    OperatorApi(int port) {
        this.port = port;
    }

    /** Places an order, and waits for its saga; returns its id. */
    String start(UUID order, CloudEvents events) {
        events.send(
                Topic.ORDER_EVENTS.topicName(),
                "io.fulfilment.order.OrderPlaced.v1",
                order,
                null,
                Example.order(order));
        return await().atMost(PATIENCE)
                .until(
                        () -> json(get("/sagas?orderId=" + order))
                                .path("items")
                                .path(0)
                                .path("sagaId")
                                .asString(""),
                        saga -> !saga.isEmpty());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, operator);
    }

    /** @param token empty for none */
    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = posting(request(path, operator), body);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> postAs(String token, String path, String body) throws IOException, InterruptedException {
        return send(posting(request(path, token), body));
    }

    JsonNode json(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/" + name);
    }

    @Override
    public void close() {
        http.close();
    }

    private static HttpRequest.Builder posting(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
