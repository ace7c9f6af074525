package io.fulfilment.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeNameTest {

    @MessageType(value = "io.fulfilment.order.OrderSplit", version = 3)
    private record NamedOtherwise() implements Event {

        @Override
        public String subject() {
            return "";
        }
    }

    @Test
    void isThatOfTheAnnotation() {
        assertThat(TypeName.of(OrderPlaced.class)).isEqualTo(new TypeName("io.fulfilment.order.OrderPlaced", 1));
    }

    @Test
    void isIndependentOfTheClass() {
        assertThat(TypeName.of(NamedOtherwise.class)).hasToString("io.fulfilment.order.OrderSplit.v3");
    }

    @Test
    void isUnknownWithoutAnAnnotation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypeName.of(OrderEvent.class))
                .withMessageContaining("OrderEvent has no @MessageType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.fulfilment.order.OrderPlaced.v1", "a.v9999", "io.fulfilment.v2.v12"})
    void readsWhatItWrites(String text) {
        assertThat(TypeName.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "io.fulfilment.order.OrderPlaced",
                "io.fulfilment.order.OrderPlaced.v0",
                "io.fulfilment.order.OrderPlaced.v01",
                "io.fulfilment.order.OrderPlaced.v10000",
                "io.fulfilment.order.OrderPlaced.v-1",
                "io.fulfilment.order.OrderPlaced.v1 ",
                "io.fulfilment.order.OrderPlaced.v1\n",
                "io/fulfilment/order.v1",
                ".v",
                "v1",
                "io.fulfilment.Äpfel.v1",
                "io.fulfilment.order.OrderPlaced.v\u0661"
            })
    void refusesAnyOtherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TypeName.parse(text));
    }

    @Test
    void refusesAnEndlessName() {
        assertThatIllegalArgumentException().isThrownBy(() -> TypeName.parse("a".repeat(1_000_000) + ".v1"));
    }

    @ParameterizedTest
    @CsvSource({"'',1", "' ',1", "'a b',1", "a,0", "a,-1", "a,10000"})
    void canOnlyBeMadeInAFormThatCanBeRead(String name, int version) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeName(name, version));
    }
}
