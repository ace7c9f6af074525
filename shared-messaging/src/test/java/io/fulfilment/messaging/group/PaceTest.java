package io.fulfilment.messaging.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void batchesThatAreShortFollowSoon() {
        assertThat(new Pace(3, Duration.ofNanos(50), () -> 1).nanosBetween(2)).isEqualTo(8);
    }

    @Test
    void noBatchWaitsLongerThanTheLongest() {
        assertThat(new Pace(3, Duration.ofNanos(50), () -> 1).nanosBetween(20)).isEqualTo(50);
    }

    @Test
    void whereThereIsTimeToSpareNothingWaits() {
        assertThat(new Pace(3, Duration.ofNanos(50), () -> 0).nanosBetween(2)).isEqualTo(2);
        assertThat(new Pace(3, Duration.ofNanos(50), () -> 0.5).nanosBetween(2)).isEqualTo(5);
    }

    @Test
    void aFixedPaceMindsNoBatch() {
        assertThat(Pace.of(Duration.ofNanos(50)).nanosBetween(0)).isEqualTo(50);
        assertThat(Pace.of(Duration.ZERO).nanosBetween(7)).isZero();
    }

    @Test
    void nothingWaitsForLessThanNoTime() {
        assertThatThrownBy(() -> Pace.of(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
