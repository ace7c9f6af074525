package io.fulfilment.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Message;
import io.fulfilment.events.catalogue.Contracts;
import io.fulfilment.events.value.CustomerId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Messages end up in logs and exceptions by their {@code toString()}; people must not. */
class PersonalDataTest {

    /** By component, or by record and component. */
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "note",
            "requestedBy",
            "SagaOperatorActed.by",
            "CustomerId.value",
            "PaymentInstrument.token",
            "ShippingAddress.name",
            "ShippingAddress.street",
            "ShippingAddress.city",
            "ShippingAddress.postalCode");

    private static final Set<String> HARMLESS = Set.of(
            "reason",
            "finding",
            "step",
            "sagaType",
            "SagaOperatorActed.act",
            "OrderLine.name",
            "ProductPriced.name",
            "ShippingAddress.country",
            "Sku.value");

    private static final Set<Class<?>> HARMLESS_TYPES =
            Set.of(int.class, long.class, BigDecimal.class, Currency.class, Instant.class, UUID.class);

    private static final List<Class<? extends Message>> MESSAGES = Contracts.all();

    private record Component(RecordComponent component, Class<?> type) {

        String name() {
            return component.getName();
        }

        @Nullable
        Object of(Object value) {
            try {
                return component.getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        boolean isIn(Set<String> names) {
            return names.contains(name()) || names.contains(toString());
        }

        boolean isKnown() {
            return type == String.class
                    ? isIn(PERSONAL) != isIn(HARMLESS)
                    : type.isEnum() || HARMLESS_TYPES.contains(type);
        }

        @Override
        public String toString() {
            return component.getDeclaringRecord().getSimpleName() + "." + name();
        }
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void everythingInAMessageIsKnownToBePersonalOrNot(Class<? extends Message> message) {
        assertThat(leaves(message)).isNotEmpty().allMatch(Component::isKnown);
    }

    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void theTextOfAMessageTellsItsSubjectButNobody(Sample sample) {
        Message message = JsonMapper.shared().treeToValue(sample.json(), sample.record());

        assertThat(message.toString()).contains(message.subject());
        people(message).forEach(text -> assertThat(message.toString()).doesNotContain(text));
    }

    /** A customer's id is the one value that is shown as it is. */
    @ParameterizedTest
    @MethodSource("io.fulfilment.events.schema.Sample#all")
    void theTextOfAValueTellsNobody(Sample sample) {
        Message message = JsonMapper.shared().treeToValue(sample.json(), sample.record());

        assertThat(records(message).filter(value -> !(value instanceof CustomerId)))
                .allSatisfy(value -> people(value)
                        .forEach(text -> assertThat(value.toString()).doesNotContain(text)));
    }

    @Test
    void everythingPersonalIsInASample() {
        var found = Sample.all().stream()
                .map(sample -> (Object) JsonMapper.shared().treeToValue(sample.json(), sample.record()))
                .flatMap(PersonalDataTest::records)
                .flatMap(PersonalDataTest::components)
                .filter(component -> component.isIn(PERSONAL))
                .map(component -> PERSONAL.contains(component.name()) ? component.name() : component.toString());

        assertThat(found).containsAll(PERSONAL);
    }

    /** What a record consists of in the end, its records and lists taken apart. */
    private static Stream<Component> leaves(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Component(component, elementOf(component.getGenericType())))
                .flatMap(component -> component.type().isRecord() ? leaves(component.type()) : Stream.of(component));
    }

    private static Class<?> elementOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private static Stream<String> people(Object value) {
        return records(value)
                .flatMap(each -> components(each)
                        .filter(component -> component.isIn(PERSONAL))
                        .map(component -> String.valueOf(component.of(each))));
    }

    /** The value itself and every record in it. */
    private static Stream<Object> records(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().flatMap(PersonalDataTest::records);
            case Record record ->
                Stream.concat(
                        Stream.of(record), components(record).flatMap(component -> records(component.of(record))));
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Component> components(Object value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(component -> new Component(component, component.getType()));
    }
}
