package io.fulfilment.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(3));

    @Test
    void doublesWithEachAttemptLessAPartOfUpToAHalf() {
        assertThat(backoff.after(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backoff.after(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void neverExceedsTheLongest() {
        assertThat(backoff.after(1_000)).isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(3));
    }
}
