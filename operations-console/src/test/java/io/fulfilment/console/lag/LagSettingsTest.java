package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void refusesWhatMakesNoSense() {
        assertThatNoException().isThrownBy(() -> new LagSettings(SECOND, SECOND, SECOND, SECOND.plusMillis(1), 0));
        refuses("interval", Duration.ZERO, SECOND, SECOND, SECOND.plusMillis(1), 0);
        refuses("window", SECOND, SECOND.minusMillis(1), SECOND, SECOND.plusMillis(1), 0);
        refuses("patience", SECOND, SECOND, Duration.ZERO, SECOND.plusMillis(1), 0);
        refuses("outdated", SECOND, SECOND, SECOND, SECOND, 0);
        refuses("series", SECOND, SECOND, SECOND, SECOND.plusMillis(1), -1);
    }

    private static void refuses(
            String setting, Duration interval, Duration window, Duration patience, Duration outdated, int series) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LagSettings(interval, window, patience, outdated, series))
                .withMessageStartingWith("fulfilment.console.lag." + setting);
    }
}
