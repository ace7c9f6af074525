package io.fulfilment.payment.persistence;

import static io.fulfilment.payment.domain.PaymentScenario.AUTHORIZATION_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.CAPTURE_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.FORESTALLED;
import static io.fulfilment.payment.domain.PaymentScenario.GRANTED;
import static io.fulfilment.payment.domain.PaymentScenario.REFUNDED;
import static io.fulfilment.payment.domain.PaymentScenario.REFUND_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.REFUND_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.RETURN_REQUESTED;
import static io.fulfilment.payment.domain.PaymentScenario.VOIDED;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_DECLINED;
import static io.fulfilment.payment.domain.PaymentScenario.VOID_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fulfilment.payment.domain.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What was ever stored stays readable: an approved sample for each version of each event. */
class StoredEventJsonTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved/stored-events");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredEventJson json = new StoredEventJson();

    static Stream<StoredEvent> everyEvent() {
        return Stream.of(
                AUTHORIZATION_REQUESTED,
                GRANTED,
                DECLINED,
                CAPTURE_REQUESTED,
                CAPTURED,
                CAPTURE_DECLINED,
                VOID_REQUESTED,
                VOIDED,
                RETURN_REQUESTED,
                VOID_DECLINED,
                REFUND_REQUESTED,
                REFUNDED,
                REFUND_DECLINED,
                FORESTALLED);
    }

    static Stream<Path> everySample() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void writesTheApprovedForm(StoredEvent event) throws IOException {
        StoredType type = StoredType.of(event);
        Path sample = APPROVED.resolve(type.storedName() + ".v" + type.version() + ".json");

        assertThat(sample).exists();
        assertThat(JSON.readTree(json.write(event))).isEqualTo(JSON.readTree(Files.readString(sample)));
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void readsEveryVersionThatWasEverStored(Path sample) throws IOException {
        String[] name = sample.getFileName().toString().split("\\.v|\\.json");

        StoredEvent read = json.read(name[0], Integer.parseInt(name[1]), Files.readString(sample));

        assertThat(everyEvent()).contains(read);
    }

    @Test
    void hasASampleOfEveryVersion() {
        for (StoredType type : StoredType.values()) {
            for (int version = 1; version <= type.version(); version++) {
                assertThat(APPROVED.resolve(type.storedName() + ".v" + version + ".json"))
                        .exists();
            }
        }
    }

    @Test
    void liftsOlderVersionsOneByOne() {
        var lifting = new StoredEventJson(List.of(
                new Upcaster(StoredType.AUTHORIZATION_DECLINED, -1, it -> it.put("reason", "lifted")),
                new Upcaster(
                        StoredType.AUTHORIZATION_DECLINED,
                        0,
                        it -> it.put("reason", it.get("reason").asString() + " twice"))));

        StoredEvent read = lifting.read("AuthorizationDeclined", -1, "{\"at\":\"2026-03-01T10:00:00Z\"}");

        assertThat(read).isEqualTo(new StoredEvent.AuthorizationDeclined("lifted twice", DECLINED.at()));
    }

    @Test
    void refusesAHistoryThatIsNewerThanTheProgram() {
        assertThatIllegalStateException().isThrownBy(() -> json.read("PaymentForgiven", 1, "{}"));
        assertThatIllegalStateException().isThrownBy(() -> json.read("VoidPerformed", 2, "{}"));
    }
}
