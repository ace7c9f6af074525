package io.fulfilment.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TestTokens;
import io.fulfilment.testing.TopicReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
class ProductsApiIT {

    private static final String CUSTOMER = TestTokens.of("alice").customer();
    private static final String OPERATOR = TestTokens.of("olivia").operator();
    private static final String CUP = """
            {"name":"Cup","price":{"amount":"4.50","currency":"EUR"}}""";

    @LocalServerPort
    private int port;

    private final RestTestClient http = RestTestClient.bindToServer().build();
    private final String sku = "A-" + UUID.randomUUID();

    @Test
    void operatorsPriceAndStockWhatEverybodyReads() {
        put(OPERATOR, sku, CUP).expectStatus().isCreated().expectHeader().location("/products/" + sku);
        put(OPERATOR, sku, CUP).expectStatus().isOk();
        adjust(OPERATOR, sku, "{\"delta\":100,\"reason\":\"delivery\"}")
                .expectStatus()
                .isOk();
        get(CUSTOMER, "/products/" + sku).expectStatus().isOk().expectBody().json("""
                {"sku":"%s","name":"Cup","price":{"amount":"4.50","currency":"EUR"},
                 "stock":{"available":100,"reserved":0,"shipped":0}}""".formatted(sku));
        try (TopicReader reader = TopicReader.of(Topic.INVENTORY_EVENTS.topicName())) {
            await().untilAsserted(() -> assertThat(reader.records(sku))
                    .extracting(found ->
                            new String(found.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                    .containsExactly(
                            "io.fulfilment.inventory.ProductPriced.v1", "io.fulfilment.inventory.StockAdjusted.v1"));
        }
    }

    @Test
    void customersChangeNothing() {
        put(CUSTOMER, sku, CUP).expectStatus().isForbidden();
        adjust(CUSTOMER, sku, "{\"delta\":1,\"reason\":\"gift\"}")
                .expectStatus()
                .isForbidden();
        get(CUSTOMER, "/products/" + sku).expectStatus().isNotFound();
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        http.get().uri(uri("/products")).exchange().expectStatus().isUnauthorized();
        get(TestTokens.of("eve").forged(), "/products").expectStatus().isUnauthorized();
    }

    @Test
    void listsInPagesThatFollowEachOther() {
        put(OPERATOR, sku + ".1", CUP);
        put(OPERATOR, sku + ".2", CUP);
        JsonNode whole = list("/products?pageSize=200");
        JsonNode first = list("/products?pageSize=1");
        JsonNode second =
                list("/products?pageSize=1&cursor=" + first.get("next").asString());
        assertThat(first.get("items").get(0)).isEqualTo(whole.get("items").get(0));
        assertThat(second.get("items").get(0)).isEqualTo(whole.get("items").get(1));
        assertThat(second.get("items").size()).isEqualTo(1);
    }

    private JsonNode list(String path) {
        var answer = get(CUSTOMER, path).expectStatus().isOk().returnResult(String.class);
        return new JsonMapper().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=0", "pageSize=201", "pageSize=x", "cursor=%00", "cursor=***", "sort=price"})
    void refusesQueriesThatItDoesNotUnderstand(String query) {
        expectProblem(get(CUSTOMER, "/products?" + query), 400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Cup\"}",
                "{\"name\":null,\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"name\":\" \",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"name\":\"\u2003\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\\u0085b\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\\u0000b\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Cup\",\"price\":{\"amount\":\"-1\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Cup\",\"price\":{\"amount\":\"1.001\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Cup\",\"price\":{\"amount\":\"1e999999999\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Cup\",\"price\":{\"amount\":\"1\",\"currency\":\"QQQ\"}}",
                "{\"name\":\"Cup\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"},\"stock\":1}"
            })
    void refusesPricesThatAreNone(String body) {
        expectProblem(put(OPERATOR, sku, body), 400, "validation");
        get(OPERATOR, "/products/" + sku).expectStatus().isNotFound();
    }

    @Test
    void takesNamesOfAnyScriptByTheirCharacters() {
        String name = "\uD83E\uDED6".repeat(255);
        put(OPERATOR, sku, CUP.replace("Cup", name)).expectStatus().isCreated();
        get(CUSTOMER, "/products/" + sku).expectBody().jsonPath("$.name").isEqualTo(name);
        expectProblem(put(OPERATOR, sku, CUP.replace("Cup", name + "s")), 400, "validation");
    }

    @Test
    void takesReasonsOfAnyScriptByTheirCharacters() {
        put(OPERATOR, sku, CUP);
        String body = "{\"delta\":1,\"reason\":\"" + "\uD83E\uDED6".repeat(1_024) + "\"}";
        adjust(OPERATOR, sku, body).expectStatus().isOk();
        expectProblem(adjust(OPERATOR, sku, body.replace("\"}", "s\"}")), 400, "validation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"delta\":0,\"reason\":\"none\"} | 400 | validation",
                "{\"delta\":1.5,\"reason\":\"half\"} | 400 | validation",
                "{\"delta\":1e30,\"reason\":\"much\"} | 400 | validation",
                "{\"delta\":1} | 400 | validation",
                "{\"reason\":\"none\"} | 400 | validation",
                "{\"delta\":1,\"reason\":\"\"} | 400 | validation",
                "{\"delta\":1,\"reason\":\"\u2003\"} | 400 | validation",
                "{\"delta\":1,\"reason\":\"x\" | 400 | malformed-json",
                "{\"delta\":-1,\"reason\":\"lost\"} | 409 | impossible-adjustment",
                "{\"delta\":9223372036854775807,\"reason\":\"much\"} | 409 | impossible-adjustment",
                "{\"delta\":-9223372036854775808,\"reason\":\"little\"} | 409 | impossible-adjustment"
            })
    void refusesAdjustmentsThatCannotBe(String body, int status, String problem) {
        put(OPERATOR, sku, CUP);
        expectProblem(adjust(OPERATOR, sku, body), status, problem);
        get(CUSTOMER, "/products/" + sku)
                .expectBody()
                .jsonPath("$.stock.available")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "-", "%27--", "%F0%9F%9A%80"})
    void findsNothingThatIsNotThere(String unknown) {
        expectProblem(get(CUSTOMER, "/products/" + unknown), 404, "not-found");
        expectProblem(adjust(OPERATOR, unknown, "{\"delta\":1,\"reason\":\"x\"}"), 404, "not-found");
    }

    private ResponseSpec get(String token, String path) {
        return http.get()
                .uri(uri(path))
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private ResponseSpec put(String token, String product, String body) {
        return send(HttpMethod.PUT, token, "/products/" + product, body);
    }

    private ResponseSpec adjust(String token, String product, String body) {
        return send(HttpMethod.POST, token, "/products/" + product + "/stock-adjustments", body);
    }

    private ResponseSpec send(HttpMethod method, String token, String path, String body) {
        return http.method(method)
                .uri(uri(path))
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static void expectProblem(ResponseSpec answer, int status, String name) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + name);
    }
}
