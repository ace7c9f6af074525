package io.fulfilment.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

@ServiceIT
@DirtiesContext
class OperatorsIT {

    private final CloudEvents events = new CloudEvents();
    private final UUID order = UUID.randomUUID();
    private final OperatorApi api;

    OperatorsIT(@LocalServerPort int port) {
        api = new OperatorApi(port);
    }

    @AfterEach
    void close() {
        events.close();
        api.close();
    }

    @Test
    void sagasAreNobodyElsesBusiness() throws Exception {
        var customer = TestTokens.of("alice").customer();
        for (String path : List.of("/sagas", "/sagas/" + order, "/saga-acts", "/saga-acts/1")) {
            api.assertProblem(api.get(path, customer), 403, "forbidden");
            assertThat(api.get(path, "").statusCode()).isEqualTo(401);
        }
        for (String path : List.of("/sagas/" + order + "/retry", "/saga-acts", "/saga-acts/1/stop")) {
            api.assertProblem(api.postAs(customer, path, "{\"reason\":\"now\"}"), 403, "forbidden");
        }
    }

    @Test
    void showsASagaWhole() throws Exception {
        var saga = started();
        var shown = api.json(api.get("/sagas/" + saga));
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
        var retried = api.post("/sagas/" + saga + "/retry", "{\"reason\":\"inventory is back\"}");
        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(retried.headers().firstValue("X-Correlation-Id")).contains(order.toString());
        assertThat(api.json(retried).path("steps").path(0).path("attempts").asInt())
                .isEqualTo(2);
        var compensated = api.post("/sagas/" + saga + "/compensate", "{\"reason\":\"fraud\"}");
        assertThat(compensated.statusCode()).isEqualTo(202);
        assertThat(api.json(compensated).path("status").asString()).isEqualTo("COMPENSATING");
        assertThat(api.json(compensated).path("log").toString()).contains("olivia", "COMPENSATE: fraud");
        api.assertProblem(api.post("/sagas/" + saga + "/compensate", "{\"reason\":\"again\"}"), 409, "saga-conflict");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        api.assertProblem(api.get("/sagas?status=HAPPY"), 400, "validation");
        api.assertProblem(api.get("/sagas?status=RUNNING&status=HAPPY"), 400, "validation");
        api.assertProblem(api.get("/sagas?step=a&step=b"), 400, "validation");
        api.assertProblem(api.get("/sagas?orderId=1"), 400, "validation");
        api.assertProblem(api.get("/sagas?error=" + "x".repeat(501)), 400, "validation");
        api.assertProblem(api.get("/sagas?startedFrom=yesterday"), 400, "validation");
        api.assertProblem(api.get("/sagas?startedTo=-1000000000-01-01T00:00:00Z"), 400, "validation");
        api.assertProblem(
                api.get("/sagas?startedFrom=2026-02-01T00:00:00Z&startedTo=2026-01-01T00:00:00Z"), 400, "validation");
        api.assertProblem(api.get("/sagas?cursor=forged"), 400, "validation");
        api.assertProblem(api.get("/sagas?pageSize=0"), 400, "validation");
        api.assertProblem(api.get("/sagas/" + UUID.randomUUID()), 404, "not-found");
        api.assertProblem(api.get("/sagas/nonsense"), 404, "not-found");
        var path = "/sagas/" + UUID.randomUUID() + "/retry";
        for (String tag : List.of("1", "W/\"1\"", "\"x\"", "\"1\", \"2\"", "\"12345678901\"")) {
            api.assertProblem(api.post(path, "{\"reason\":\"now\"}", "If-Match", tag), 400, "validation");
        }
        api.assertProblem(api.post(path, "{\"reason\":\"now\"}", "If-Match", "*"), 404, "not-found");
        api.assertProblem(api.post(path, "{\"reason\":\"now\"}"), 404, "not-found");
        api.assertProblem(api.post(path, "{\"reason\":\" \"}"), 400, "validation");
        api.assertProblem(api.post(path, "{}"), 400, "validation");
        api.assertProblem(api.post(path, reason("x".repeat(501))), 400, "validation");
        api.assertProblem(api.post(path, reason("\uD83E\uDED6".repeat(501))), 400, "validation");
        api.assertProblem(api.post(path, reason("\uD83E\uDED6".repeat(500))), 404, "not-found");
        api.assertProblem(api.post(path, reason("a\\nb")), 400, "validation");
        api.assertProblem(api.post(path, "{"), 400, "malformed-json");
    }

    private static String reason(String text) {
        return "{\"reason\":\"" + text + "\"}";
    }

    @Test
    void pagesThroughSagas() throws Exception {
        var older = started();
        api.start(UUID.randomUUID(), events);
        var first = api.json(api.get(
                "/sagas?pageSize=1&status=RUNNING&status=PARKED&type=order-fulfilment&step=reserve-stock&error=&orderId="
                        + order));
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("items").path(0).path("sagaId").asString()).isEqualTo(older);
        assertThat(first.path("next").isNull()).isTrue();
        var page = api.json(api.get("/sagas?pageSize=1"));
        while (!page.path("next").isNull()) {
            var last = page.path("items").path(0).path("sagaId").asString();
            page = api.json(
                    api.get("/sagas?pageSize=1&cursor=" + page.path("next").asString()));
            assertThat(page.path("items").path(0).path("sagaId").asString()).isLessThan(last);
        }
    }

    @Test
    void actsOnlyOnTheVersionThatWasSeen() throws Exception {
        var saga = started();
        var seen = api.get("/sagas/" + saga);
        var tag = seen.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + api.json(seen).path("version").asInt() + "\"");
        var retried = api.post("/sagas/" + saga + "/retry", reason("now"), "If-Match", tag);
        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(retried.headers().firstValue("X-Correlation-Id")).contains(order.toString());
        assertThat(retried.headers().firstValue("ETag")).hasValue("\"2\"");
        var late = api.post("/sagas/" + saga + "/compensate", reason("now"), "If-Match", tag);
        api.assertProblem(late, 409, "saga-conflict");
        assertThat(api.json(late).path("detail").asString())
                .isEqualTo(
                        "The saga has moved on since version 1: it is at version 2, RUNNING; it allows [RETRY, COMPENSATE]");
        assertThat(api.post("/sagas/" + saga + "/compensate", reason("now"), "If-Match", "\"2\"")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void settlesWhatIsParked() throws Exception {
        try (var participants = new ScriptedParticipants(order, events).refuses("CapturePayment", "expired card")) {
            var saga = started();
            await().atMost(OperatorApi.PATIENCE).until(() -> {
                participants.play();
                return parkedWith("EXPIRED");
            });
            var resumed = api.post("/sagas/" + saga + "/resume", reason("paid in cash"));
            assertThat(resumed.statusCode()).isEqualTo(202);
            assertThat(api.json(resumed).path("steps").path(3).path("status").asString())
                    .isEqualTo("SETTLED");
            await().atMost(OperatorApi.PATIENCE).until(() -> participants.play().contains("NotifyCustomer"));
        }
        api.assertProblem(api.post("/sagas/" + order + "/resume", reason("again")), 404, "not-found");
    }

    private boolean parkedWith(String error) throws Exception {
        JsonNode parked = api.json(api.get("/sagas?status=PARKED&error=" + error + "&orderId=" + order));
        return parked.path("items").size() == 1;
    }

    private String started() {
        return api.start(order, events);
    }
}
