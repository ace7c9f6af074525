package io.fulfilment.messaging.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "4, 800", "7, 5000", "1000, 5000"})
    void doublesUpToItsLimitAndIsCutByUpToHalf(int failures, long longest) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.after(failures)).isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
        }
    }

    @Test
    void refusesWhatShrinks() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
