package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceSettingsTest {

    @ParameterizedTest
    @CsvSource({"999, 1000, 1", "1000, 99, 1", "1000, 100, 0"})
    void refusesWhatWouldLookTooOftenOrAtNothing(long settle, long poll, int batch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BalanceSettings(true, Duration.ofMillis(settle), Duration.ofMillis(poll), batch))
                .withMessageContaining("orders.balance");
    }
}
