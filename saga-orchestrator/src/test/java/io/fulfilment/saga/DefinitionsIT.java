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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
@DirtiesContext
class DefinitionsIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,image/avif,image/webp,*/*;q=0.8";

    private final HttpClient http = HttpClient.newHttpClient();
    private final CloudEvents events = new CloudEvents();

    @LocalServerPort
    int port;

    @AfterEach
    void close() {
        events.close();
        http.close();
    }

    @Test
    void listsTheNewestVersionOfEverySaga() throws Exception {
        var list = json(get("/saga-definitions"));
        assertThat(list.path("next").isNull()).isTrue();
        assertThat(list.path("items").findValuesAsString("type"))
                .containsExactly("order-cancellation", "order-fulfilment");
        var fulfilment = list.path("items").path(1);
        assertThat(fulfilment.path("version").asInt()).isEqualTo(2);
        assertThat(fulfilment.path("versions").toString()).isEqualTo("[2,1]");
        assertThat(fulfilment.path("purpose").asString()).startsWith("see an order through");
    }

    @Test
    void describesADefinition() throws Exception {
        var shown = json(get("/saga-definitions/order-fulfilment"));
        assertThat(shown.path("version").asInt()).isEqualTo(2);
        assertThat(shown.path("pivotWithin").asString()).isEqualTo("PT20M");
        assertThat(shown.path("followUp").toString()).isEqualTo("{\"type\":\"order-cancellation\",\"version\":1}");
        assertThat(shown.path("diagram").asString()).startsWith("flowchart TB");
        assertThat(shown.path("steps")).hasSize(7);
        assertThat(shown.path("closing").path(0).path("condition").asString())
                .isEqualTo("the order is not to be cancelled");
        var reserve = shown.path("steps").path(0);
        assertThat(reserve.path("kind").asString()).isEqualTo("COMPENSATABLE");
        assertThat(reserve.path("command").asString()).isEqualTo("io.fulfilment.inventory.ReserveStock.v1");
        assertThat(reserve.path("participant").asString()).isEqualTo("inventory-service");
        assertThat(reserve.path("replies").toString()).isEqualTo("""
                [{"type":"io.fulfilment.inventory.ReserveStockSucceeded.v1","meaning":"SUCCESS","reason":null},\
                {"type":"io.fulfilment.inventory.ReserveStockRefused.v1","meaning":"REFUSAL","reason":"OUT_OF_STOCK"}]""");
        assertThat(reserve.path("retries").toString())
                .isEqualTo(
                        "{\"first\":\"PT30S\",\"longest\":\"PT8M\",\"attempts\":5,\"endless\":false,\"total\":\"PT15M30S\"}");
        assertThat(reserve.path("compensation").path("name").asString()).isEqualTo("release-stock");
        assertThat(shown.path("steps").findValuesAsString("stage"))
                .containsExactly("1", "1", "2", "2", "3", "4", "5", "6", "6");
    }

    @Test
    void describesOlderVersions() throws Exception {
        var shown = json(get("/saga-definitions/order-fulfilment?version=1"));
        assertThat(shown.path("version").asInt()).isEqualTo(1);
        assertThat(shown.path("versions").toString()).isEqualTo("[2,1]");
        assertThat(shown.path("pivotWithin").isNull()).isTrue();
    }

    @Test
    void drawsWhatIsAskedFor() throws Exception {
        for (String accept : List.of("image/svg+xml", "*/*", BROWSER)) {
            var drawn = get("/saga-definitions/order-fulfilment/diagram?version=1", accept);
            assertThat(drawn.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
            assertThat(drawn.body()).startsWith("<svg ").contains("order-fulfilment, version 1");
        }
        var mermaid = get("/saga-definitions/order-fulfilment/diagram", "text/vnd.mermaid");
        assertThat(mermaid.headers().firstValue("Content-Type")).hasValue("text/vnd.mermaid;charset=UTF-8");
        assertThat(mermaid.body()).startsWith("flowchart TB").contains("order-fulfilment, version 2");
        assertProblem(get("/saga-definitions/order-fulfilment/diagram", "image/png"), 406, "not-acceptable");
    }

    @Test
    void drawsASagaWithWhatBecameOfItsSteps() throws Exception {
        var path = "/sagas/" + started() + "/diagram";
        assertThat(get(path, "image/svg+xml").body()).contains("RUNNING", "\u25B6 waits for an answer");
        assertThat(get(path, "text/vnd.mermaid").body())
                .contains("\u25B6 waits for an answer", "class step_reserve_stock now");
        assertProblem(get("/sagas/" + UUID.randomUUID() + "/diagram", "image/svg+xml"), 404, "not-found");
    }

    @Test
    void explainsASaga() throws Exception {
        var shown = json(get("/sagas/" + started()));
        assertThat(shown.path("explanation").path(1).asString()).startsWith("It has waited at reserve-stock since ");
        assertThat(shown.path("choices").path(0).path("act").asString()).isEqualTo("RETRY");
        assertThat(shown.path("choices").path(1).path("effect").asString())
                .startsWith("undoes the saga without waiting for reserve-stock");
    }

    @Test
    void knowsNothingOfOtherSagas() throws Exception {
        assertProblem(get("/saga-definitions/world-peace"), 404, "not-found");
        assertProblem(get("/saga-definitions/order-fulfilment?version=9"), 404, "not-found");
        assertProblem(get("/saga-definitions/order-fulfilment?version=two"), 400, "validation");
        assertProblem(get("/saga-definitions/world-peace/diagram", "image/svg+xml"), 404, "not-found");
        assertProblem(get("/saga-definitions/order-fulfilment/diagram?version=x", "image/svg+xml"), 400, "validation");
    }

    @Test
    void isNobodyElsesBusiness() throws Exception {
        var customer = TestTokens.of("alice").customer();
        var paths = List.of(
                "/saga-definitions",
                "/saga-definitions/order-fulfilment",
                "/saga-definitions/order-fulfilment/diagram",
                "/sagas/" + UUID.randomUUID() + "/diagram");
        for (String path : paths) {
            assertProblem(get(path, "*/*", customer), 403, "forbidden");
        }
    }

    @Test
    void documentsWhichTypesThereAre() throws Exception {
        var paths = json(get("/v3/api-docs")).path("paths");
        for (String path : List.of("/sagas", "/saga-definitions/{type}", "/saga-definitions/{type}/diagram")) {
            var type = StreamSupport.stream(
                            paths.path(path).path("get").path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("name").asString().equals("type"))
                    .findFirst()
                    .orElseThrow();
            assertThat(type.path("schema").path("enum").toString())
                    .isEqualTo("[\"order-cancellation\",\"order-fulfilment\"]");
        }
        assertThat(paths.at("/~1saga-definitions~1{type}~1diagram/get/responses/200/content")
                        .propertyNames())
                .containsExactlyInAnyOrder("image/svg+xml", "text/vnd.mermaid;charset=UTF-8");
        for (String act : List.of("retry", "compensate", "resume")) {
            var answers = paths.at("/~1sagas~1{sagaId}~1" + act + "/post/responses");
            assertThat(answers.at("/409/description").asString()).contains("If-Match");
            assertThat(answers.at("/202/content").isMissingNode()).isFalse();
        }
    }

    private String started() {
        var order = UUID.randomUUID();
        events.send(
                Topic.ORDER_EVENTS.topicName(),
                "io.fulfilment.order.OrderPlaced.v1",
                order,
                null,
                Example.order(order));
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(get("/sagas?orderId=" + order))
                                .path("items")
                                .path(0)
                                .path("sagaId")
                                .asString(""),
                        saga -> !saga.isEmpty());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/" + name);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "application/json");
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return get(path, accept, TestTokens.of("olivia").operator());
    }

    private HttpResponse<String> get(String path, String accept, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
