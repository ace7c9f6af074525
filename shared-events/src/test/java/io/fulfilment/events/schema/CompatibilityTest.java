package io.fulfilment.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CompatibilityTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LANDED = """
            {
              "$id": "urn:fulfilment:io.fulfilment.order.OrderShipped.v1",
              "title": "OrderShipped",
              "description": "The order left the house.",
              "type": "object",
              "properties": {
                "orderId": {"type": "string", "format": "uuid", "description": "An order."},
                "carrier": {"type": "string", "enum": ["POST", "BIKE"]},
                "remark": {"type": "string", "maxLength": 80},
                "parcels": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "sku": {"type": "string", "pattern": "^[A-Z]+$"},
                      "quantity": {"type": "integer", "minimum": 1, "maximum": 9}
                    },
                    "required": ["sku", "quantity"]
                  }
                }
              },
              "required": ["orderId", "carrier", "parcels"]
            }
            """;

    static Stream<Arguments> compatible() {
        return Stream.of(
                change("nothing", schema -> {}),
                change("a new optional property", schema -> properties(schema).set("weight", type("integer"))),
                change(
                        "a new optional property below",
                        schema -> properties(parcel(schema)).set("weight", type("integer"))),
                change("other words", schema -> schema.put("description", "The order is on its way.")),
                change("no words", schema -> property(schema, "orderId").remove("description")),
                change(
                        "another order of required",
                        schema -> required(schema)
                                .removeAll()
                                .add("parcels")
                                .add("carrier")
                                .add("orderId")),
                change(
                        "another order of constants",
                        schema -> property(schema, "carrier")
                                .putArray("enum")
                                .add("BIKE")
                                .add("POST")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compatible")
    void allows(String name, Consumer<ObjectNode> change) {
        assertThat(breaksOf(change)).isEmpty();
    }

    static Stream<Arguments> incompatible() {
        return Stream.of(
                change(
                        "/remark was removed or renamed",
                        schema -> properties(schema).remove("remark")),
                change("/parcels/*/sku was removed or renamed", schema -> {
                    properties(parcel(schema)).remove("sku");
                    required(parcel(schema)).remove(0);
                }),
                change("/carrier was removed or renamed", schema -> {
                    properties(schema).set("haulier", properties(schema).remove("carrier"));
                    required(schema).remove(1);
                }),
                change("/weight is new and required", schema -> {
                    properties(schema).set("weight", type("integer"));
                    required(schema).add("weight");
                }),
                change("/remark became required", schema -> required(schema).add("remark")),
                change("/carrier became optional", schema -> required(schema).remove(1)),
                change(
                        "/remark: type was \"string\" and is \"integer\"",
                        schema -> property(schema, "remark").put("type", "integer")),
                change("/: type was \"object\" and is \"array\"", schema -> schema.put("type", "array")),
                change(
                        "/orderId: format was \"uuid\" and is absent",
                        schema -> property(schema, "orderId").remove("format")),
                change(
                        "/remark: maxLength was 80 and is 90",
                        schema -> property(schema, "remark").put("maxLength", 90)),
                change(
                        "/remark: minLength was absent and is 1",
                        schema -> property(schema, "remark").put("minLength", 1)),
                change(
                        "/parcels: maxItems was absent and is 5",
                        schema -> property(schema, "parcels").put("maxItems", 5)),
                change(
                        "/parcels/*/quantity: maximum was 9 and is 99",
                        schema -> property(parcel(schema), "quantity").put("maximum", 99)),
                change(
                        "/parcels/*/quantity: minimum was 1 and is absent",
                        schema -> property(parcel(schema), "quantity").remove("minimum")),
                change(
                        "/parcels/*/sku: pattern was \"^[A-Z]+$\" and is \"^[a-z]+$\"",
                        schema -> property(parcel(schema), "sku").put("pattern", "^[a-z]+$")),
                change(
                        "/carrier: enum was [\"POST\",\"BIKE\"] and is [\"POST\",\"BIKE\",\"SHIP\"]",
                        schema -> constants(schema).add("SHIP")),
                change(
                        "/carrier: enum was [\"POST\",\"BIKE\"] and is [\"POST\"]",
                        schema -> constants(schema).remove(1)),
                change(
                        "/carrier: enum was [\"POST\",\"BIKE\"] and is absent",
                        schema -> property(schema, "carrier").remove("enum")),
                change(
                        "/: additionalProperties was absent and is false",
                        schema -> schema.put("additionalProperties", false)),
                change(
                        "/: $id was \"urn:fulfilment:io.fulfilment.order.OrderShipped.v1\" and is \"urn:other\"",
                        schema -> schema.put("$id", "urn:other")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incompatible")
    void forbids(String finding, Consumer<ObjectNode> change) {
        assertThat(breaksOf(change)).containsExactly(finding);
    }

    @Test
    void namesEveryBreak() {
        assertThat(breaksOf(schema -> {
                    properties(schema).remove("remark");
                    property(schema, "carrier").put("type", "integer");
                }))
                .containsExactlyInAnyOrder(
                        "/remark was removed or renamed", "/carrier: type was \"string\" and is \"integer\"");
    }

    private static List<String> breaksOf(Consumer<ObjectNode> change) {
        var current = (ObjectNode) JSON.readTree(LANDED);
        change.accept(current);
        return Compatibility.breaks(JSON.readTree(LANDED), current);
    }

    private static Arguments change(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return (ObjectNode) properties(schema).get(name);
    }

    private static ObjectNode parcel(ObjectNode schema) {
        return (ObjectNode) property(schema, "parcels").get("items");
    }

    private static ArrayNode required(ObjectNode schema) {
        return (ArrayNode) schema.get("required");
    }

    private static ArrayNode constants(ObjectNode schema) {
        return (ArrayNode) property(schema, "carrier").get("enum");
    }

    private static ObjectNode type(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
