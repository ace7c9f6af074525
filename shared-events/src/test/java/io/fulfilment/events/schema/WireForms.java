package io.fulfilment.events.schema;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How values that aren't plain objects look in JSON. */
final class WireForms {

    /** Up to 12 digits and as many decimals as a currency has, at most 4. */
    static final String AMOUNT = "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<Class<?>, ObjectNode> BY_TYPE = Map.of(
            OrderId.class, format("uuid"),
            SagaId.class, format("uuid"),
            PaymentId.class, format("uuid"),
            Instant.class, format("date-time"),
            Sku.class, pattern(Sku.FORM),
            Currency.class, pattern("[A-Z]{3}"),
            BigDecimal.class, pattern(AMOUNT),
            Quantity.class, integer(Quantity.MIN, Quantity.MAX),
            CustomerId.class, text(CustomerId.MAX_LENGTH));

    private WireForms() {}

    static Optional<ObjectNode> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type)).map(ObjectNode::deepCopy);
    }

    /** The form of a text component that its record's constructor checks. */
    static Optional<ObjectNode> of(Class<?> owner, String component) {
        if (owner == ShippingAddress.class && component.equals("country")) {
            return Optional.of(pattern(ShippingAddress.COUNTRY_FORM));
        }
        var isChecked = owner.getPackage() == Sku.class.getPackage() || owner == ProductPriced.class;
        return isChecked ? Optional.of(text(Text.MAX_LENGTH)) : Optional.empty();
    }

    private static ObjectNode string() {
        return JSON.createObjectNode().put("type", "string");
    }

    private static ObjectNode format(String format) {
        return string().put("format", format);
    }

    private static ObjectNode pattern(String form) {
        return string().put("pattern", "^" + form + "$");
    }

    private static ObjectNode text(int maxLength) {
        return string().put("minLength", 1).put("maxLength", maxLength).put("pattern", "\\S");
    }

    private static ObjectNode integer(int minimum, int maximum) {
        return JSON.createObjectNode()
                .put("type", "integer")
                .put("minimum", minimum)
                .put("maximum", maximum);
    }
}
