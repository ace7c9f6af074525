package io.fulfilment.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class IdentifiersTest {

    private static final String UUID = "01970b2e-6c1d-7a54-9f3e-2b8c41d7e901";
    private static final List<Function<String, Record>> KINDS = List.of(OrderId::of, PaymentId::of, SagaId::of);

    @ParameterizedTest
    @FieldSource("KINDS")
    void readAndWriteAUuid(Function<String, Record> kind) {
        assertThat(kind.apply(UUID)).hasToString(UUID).isEqualTo(kind.apply(UUID.toUpperCase()));
        assertThat(JsonMapper.shared().writeValueAsString(kind.apply(UUID))).isEqualTo('"' + UUID + '"');
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void refuseAnythingElse(Function<String, Record> kind) {
        for (var text : List.of(
                "",
                "1-1-1-1-1",
                UUID + "0",
                UUID.replace('-', '0'),
                UUID.replace('0', 'g'),
                "0000001970b2e-6c1d-7a54-9f3e-2b8c41d7",
                "1".repeat(1_000_000))) {
            assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(text));
        }
    }
}
