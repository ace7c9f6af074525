package io.fulfilment.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A schema and the value behind it agree on what is valid. */
class WireFormsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode PLACED =
            LandedSchemas.ofTheBuild().of("io.fulfilment.order.OrderPlaced.v1").path("properties");

    static Stream<Arguments> values() {
        var line = PLACED.at("/lines/items/properties");
        return Stream.of(
                values(
                        OrderId.class,
                        PLACED.get("orderId"),
                        "\"01970b2e-6c1d-7a54-9f3e-2b8c41d7e901\"",
                        "\"1-1-1-1-1\"",
                        "7"),
                values(
                        Sku.class,
                        line.get("sku"),
                        "\"SKU-0001\"",
                        "\"-\"",
                        "\"\"",
                        "\"" + "A".repeat(65) + "\"",
                        "\"A\\n\""),
                values(Quantity.class, line.get("quantity"), "1", "0", "10000", "\"many\"", "[]"),
                values(
                        CustomerId.class,
                        PLACED.get("customerId"),
                        "\"alice\"",
                        "\"\"",
                        "\"  \"",
                        "\"" + "x".repeat(256) + "\""),
                values(
                        Money.class,
                        PLACED.get("total"),
                        money("0.00", "EUR"),
                        money("-1.00", "EUR"),
                        money("1000000000000", "EUR"),
                        money("0.00001", "CLF"),
                        money("1.00", "eur"),
                        "{}"),
                values(
                        PaymentInstrument.class,
                        PLACED.get("payment"),
                        "{\"method\":\"CARD\",\"token\":\"tok\"}",
                        "{\"method\":\"CARD\",\"token\":\"\"}",
                        "{\"method\":\"CASH\",\"token\":\"tok\"}"),
                values(
                        ProductPriced.class,
                        LandedSchemas.ofTheBuild().of("io.fulfilment.inventory.ProductPriced.v1"),
                        product("Kettle"),
                        product(""),
                        product(" "),
                        product("x".repeat(1_025))),
                values(
                        ShippingAddress.class,
                        PLACED.get("shippingAddress"),
                        address("N1", "GB"),
                        address("", "GB"),
                        address(" ", "GB"),
                        address("N1", "gb"),
                        address("N1", "GBR"),
                        address("x".repeat(1_025), "GB")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void schemaAndValueAgree(Class<?> type, ObjectNode schema, String valid, String... invalid) {
        assertThat(schemaTakes(schema, valid)).as(valid).isTrue();
        assertThat(valueTakes(type, valid)).as(valid).isTrue();
        for (var json : invalid) {
            assertThat(schemaTakes(schema, json)).as(json).isFalse();
            assertThat(valueTakes(type, json)).as(json).isFalse();
        }
    }

    private static boolean schemaTakes(JsonNode schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(
                        JSON.readTree(json),
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static boolean valueTakes(Class<?> type, String json) {
        try {
            JSON.readValue(json, type);
            return true;
        } catch (JacksonException refused) {
            return false;
        }
    }

    private static Arguments values(Class<?> type, JsonNode schema, String valid, String... invalid) {
        return Arguments.of(type, schema, valid, invalid);
    }

    private static String money(String amount, String currency) {
        return "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
    }

    private static String product(String name) {
        return "{\"sku\":\"SKU-0001\",\"name\":\"%s\",\"price\":%s}".formatted(name, money("19.99", "EUR"));
    }

    private static String address(String postalCode, String country) {
        return "{\"name\":\"Ada\",\"street\":\"1 Street\",\"city\":\"London\",\"postalCode\":\"%s\",\"country\":\"%s\"}"
                .formatted(postalCode, country);
    }
}
