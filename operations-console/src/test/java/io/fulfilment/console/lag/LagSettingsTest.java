package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void refusesWhatMakesNoSense() {
        Duration more = SECOND.plusMillis(1);
        Duration outdated = SECOND.multipliedBy(5).plusMillis(1);
        assertThatNoException().isThrownBy(() -> new LagSettings(SECOND, more, SECOND, outdated, 0));
        refuses("interval", Duration.ZERO, SECOND, SECOND, outdated, 0);
        refuses("window", SECOND, SECOND, SECOND, outdated, 0);
        refuses("patience", SECOND, more, Duration.ZERO, outdated, 0);
        refuses("outdated", SECOND, more, SECOND, outdated.minusMillis(1), 0);
        refuses("series", SECOND, more, SECOND, outdated, -1);
    }

    @Test
    void takesALookForLateBeforeItIsOutdated() {
        var settings = new LagSettings(SECOND, SECOND.multipliedBy(2), SECOND, SECOND.multipliedBy(12), 0);

        assertThat(settings.late()).isEqualTo(SECOND.multipliedBy(6));
    }

    private static void refuses(
            String setting, Duration interval, Duration window, Duration patience, Duration outdated, int series) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LagSettings(interval, window, patience, outdated, series))
                .withMessageStartingWith("fulfilment.console.lag." + setting);
    }
}
