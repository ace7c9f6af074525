package io.fulfilment.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user of the system's APIs. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningSystem system;
    private final @Nullable String token;

    Client(RunningSystem system, @Nullable String token) {
        this.system = system;
        this.token = token;
    }

    HttpResponse<String> get(String service, String path) {
        return send(request(service, path).GET());
    }

    /** What a successful GET answers. */
    JsonNode read(String service, String path) {
        return json(get(service, path), 200);
    }

    HttpResponse<String> post(String service, String path, String body) {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postOrder(String idempotencyKey, String body) {
        return send(request("order-service", "/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Places an order that has to be accepted, and returns its id. */
    String place(OrderRequest order) {
        return json(postOrder(UUID.randomUUID().toString(), order.json()), 202)
                .path("orderId")
                .asString();
    }

    /** The order once its status is final, or what it is after a minute. */
    JsonNode awaitFinal(String orderId) {
        JsonNode order = JSON.createObjectNode();
        for (int attempt = 0; attempt < 6 && !isFinal(order); attempt++) {
            order = json(send(request("order-service", "/orders/" + orderId).header("Prefer", "wait=10")), 200);
        }
        return order;
    }

    static JsonNode json(HttpResponse<String> response, int expectedStatus) {
        if (response.statusCode() != expectedStatus) {
            throw new AssertionError(response.uri() + " answers " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static boolean isFinal(JsonNode order) {
        return switch (order.path("status").asString("")) {
            case "COMPLETED", "REJECTED", "CANCELLED" -> true;
            default -> false;
        };
    }

    private HttpRequest.Builder request(String service, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(system.uri(service, path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
