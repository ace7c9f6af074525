package io.fulfilment.order.persistence;

import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.order.domain.OrderLines;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values that are kept as JSON in a column of text: one row for an order, whatever it holds. The mapper is the converters'
 * own, so that no setting of the web's changes what is stored; the values never change, so Hibernate need not copy them.
 */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    @Immutable
    @Converter(autoApply = true)
    static class OfLines implements AttributeConverter<OrderLines, String> {

        @Override
        public String convertToDatabaseColumn(OrderLines lines) {
            return MAPPER.writeValueAsString(lines);
        }

        @Override
        public OrderLines convertToEntityAttribute(String json) {
            return MAPPER.readValue(json, OrderLines.class);
        }
    }

    @Immutable
    @Converter(autoApply = true)
    static class OfAddress implements AttributeConverter<ShippingAddress, String> {

        @Override
        public String convertToDatabaseColumn(ShippingAddress address) {
            return MAPPER.writeValueAsString(address);
        }

        @Override
        public ShippingAddress convertToEntityAttribute(String json) {
            return MAPPER.readValue(json, ShippingAddress.class);
        }
    }
}
