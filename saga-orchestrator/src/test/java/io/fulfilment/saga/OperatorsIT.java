package io.fulfilment.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.saga.fulfilment.Example;
import io.fulfilment.testing.ServiceIT;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
@DirtiesContext
class OperatorsIT {

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final CloudEvents events = new CloudEvents();
    private final UUID order = UUID.randomUUID();
    private final String operator = TestTokens.of("olivia").operator();

    @LocalServerPort
    int port;

    @AfterEach
    void close() {
        events.close();
        http.close();
    }

    @Test
    void sagasAreNobodyElsesBusiness() throws Exception {
        var paths = Stream.of("/sagas", "/sagas/" + order).toList();
        for (String path : paths) {
            assertProblem(get(path, TestTokens.of("alice").customer()), 403, "forbidden");
            assertThat(get(path, "").statusCode()).isEqualTo(401);
        }
        assertProblem(
                post(
                        "/sagas/" + order + "/retry",
                        "{\"reason\":\"now\"}",
                        TestTokens.of("alice").customer()),
                403,
                "forbidden");
    }

    @Test
    void showsASagaWhole() throws Exception {
        var saga = started();
        var shown = json(get("/sagas/" + saga, operator));
        assertThat(shown.path("type").asString()).isEqualTo("order-fulfilment");
        assertThat(shown.path("definitionVersion").asInt()).isEqualTo(2);
        assertThat(shown.path("orderId").asString()).isEqualTo(order.toString());
        assertThat(shown.path("status").asString()).isEqualTo("RUNNING");
        var step = shown.path("steps").path(0);
        assertThat(step.path("name").asString()).isEqualTo("reserve-stock");
        assertThat(step.path("kind").asString()).isEqualTo("COMPENSATABLE");
        assertThat(step.path("status").asString()).isEqualTo("RUNNING");
        assertThat(step.path("attempts").asInt()).isEqualTo(1);
        assertThat(step.path("startedAt").asString()).endsWith("Z");
        assertThat(shown.path("steps")).hasSize(7);
        assertThat(shown.path("log").path(0).path("kind").asString()).isEqualTo("STARTED");
        assertThat(shown.toString()).doesNotContain("tok_ok", "ada@example.com");
    }

    @Test
    void retriesAndCompensatesWithANameAndAReason() throws Exception {
        var saga = started();
        var retried = post("/sagas/" + saga + "/retry", "{\"reason\":\"inventory is back\"}", operator);
        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(json(retried).path("steps").path(0).path("attempts").asInt()).isEqualTo(2);
        var compensated = post("/sagas/" + saga + "/compensate", "{\"reason\":\"fraud\"}", operator);
        assertThat(compensated.statusCode()).isEqualTo(202);
        assertThat(json(compensated).path("status").asString()).isEqualTo("COMPENSATING");
        assertThat(json(compensated).path("log").toString()).contains("olivia", "COMPENSATE: fraud");
        assertProblem(post("/sagas/" + saga + "/compensate", "{\"reason\":\"again\"}", operator), 409, "saga-conflict");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        assertProblem(get("/sagas?status=HAPPY", operator), 400, "validation");
        assertProblem(get("/sagas?orderId=1", operator), 400, "validation");
        assertProblem(get("/sagas?cursor=forged", operator), 400, "validation");
        assertProblem(get("/sagas?pageSize=0", operator), 400, "validation");
        assertProblem(get("/sagas/" + UUID.randomUUID(), operator), 404, "not-found");
        assertProblem(get("/sagas/nonsense", operator), 404, "not-found");
        var path = "/sagas/" + UUID.randomUUID() + "/retry";
        assertProblem(post(path, "{\"reason\":\"now\"}", operator), 404, "not-found");
        assertProblem(post(path, "{\"reason\":\" \"}", operator), 400, "validation");
        assertProblem(post(path, "{}", operator), 400, "validation");
        assertProblem(post(path, reason("x".repeat(501)), operator), 400, "validation");
        assertProblem(post(path, reason("\uD83E\uDED6".repeat(501)), operator), 400, "validation");
        assertProblem(post(path, reason("\uD83E\uDED6".repeat(500)), operator), 404, "not-found");
        assertProblem(post(path, reason("a\\nb"), operator), 400, "validation");
        assertProblem(post(path, "{", operator), 400, "malformed-json");
    }

    private static String reason(String text) {
        return "{\"reason\":\"" + text + "\"}";
    }

    @Test
    void pagesThroughSagas() throws Exception {
        var older = started();
        started(UUID.randomUUID());
        var first = json(get("/sagas?pageSize=1&status=RUNNING&type=order-fulfilment&orderId=" + order, operator));
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("items").path(0).path("sagaId").asString()).isEqualTo(older);
        assertThat(first.path("next").isNull()).isTrue();
        var page = json(get("/sagas?pageSize=1", operator));
        while (!page.path("next").isNull()) {
            var last = page.path("items").path(0).path("sagaId").asString();
            page = json(get("/sagas?pageSize=1&cursor=" + page.path("next").asString(), operator));
            assertThat(page.path("items").path(0).path("sagaId").asString()).isLessThan(last);
        }
    }

    private String started() {
        return started(order);
    }

    private String started(UUID placed) {
        events.send(
                Topic.ORDER_EVENTS.topicName(),
                "io.fulfilment.order.OrderPlaced.v1",
                placed,
                null,
                Example.order(placed));
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(get("/sagas?orderId=" + placed, operator))
                                .path("items")
                                .path(0)
                                .path("sagaId")
                                .asString(""),
                        saga -> !saga.isEmpty());
    }

    private void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/" + name);
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    private HttpResponse<String> post(String path, String body, String token) throws IOException, InterruptedException {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(HttpResponse<String> response) {
        return json.readTree(response.body());
    }
}
