package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SystemTest
class WrongInputIT {

    private static final String GOOD = OrderRequest.of("SKU-0601", 1).json();

    private final RunningSystem system;

    WrongInputIT(RunningSystem system) {
        this.system = system;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongOrders")
    void refusesAWrongOrderWithItsProblemAndStoresNothing(String what, int status, String type, String body) {
        int before = ordersOfOscar();

        HttpResponse<String> response =
                system.as("oscar").postOrder(UUID.randomUUID().toString(), body);

        assertThat(Client.json(response, status).path("type").asString()).matches("/problems/" + type);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).doesNotContain("Exception", "\tat ");
        assertThat(ordersOfOscar()).isEqualTo(before);
    }

    static Stream<Arguments> wrongOrders() {
        return Stream.of(
                Arguments.of("cut off", 400, "malformed-json", GOOD.substring(0, 40)),
                Arguments.of("followed by more", 400, "malformed-json", GOOD + "{}"),
                Arguments.of("no JSON", 400, "malformed-json", "sku=SKU-0601"),
                Arguments.of("nested deeply", 400, "(malformed-json|validation)", "[".repeat(2_000)),
                Arguments.of("empty", 400, "validation", "{}"),
                Arguments.of("quantity 0", 400, "validation", GOOD.replace("\"quantity\":1", "\"quantity\":0")),
                Arguments.of(
                        "quantity 10,000", 400, "validation", GOOD.replace("\"quantity\":1", "\"quantity\":10000")),
                Arguments.of("no lines", 400, "validation", GOOD.replaceFirst("\\[\\{.*?}]", "[]")),
                Arguments.of(
                        "a price of one's own",
                        400,
                        "validation",
                        GOOD.replace("\"quantity\":1", "\"quantity\":1,\"unitPrice\":\"0.01\"")),
                Arguments.of("a status", 400, "validation", GOOD.replaceFirst("\\{", "{\"status\":\"COMPLETED\",")),
                Arguments.of("unknown product", 422, "unknown-sku", GOOD.replace("SKU-0601", "SKU-9999")),
                Arguments.of("too large", 413, "payload-too-large", GOOD.replace("Ada Lovelace", "A".repeat(70_000))));
    }

    @Test
    void wantsAnIdempotencyKey() {
        HttpResponse<String> response = system.as("alice").post("order-service", "/orders", GOOD);

        assertThat(Client.json(response, 400).path("type").asString()).isEqualTo("/problems/idempotency-key-missing");
    }

    @Test
    void treatsAnIdThatIsNoneAsAbsent() {
        assertThat(system.as("alice")
                        .get("order-service", "/orders/1%20OR%201=1")
                        .statusCode())
                .isIn(400, 404);
    }

    private int ordersOfOscar() {
        return Observations.items(system.as("oscar").read("order-service", "/orders?customerId=oscar"))
                .size();
    }
}
