package io.fulfilment.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReservationSettingsTest {

    private static final Duration OFTEN = Duration.ofSeconds(10);

    @Test
    void letReservationsLastForAnHourOrMore() {
        assertThat(new ReservationSettings(Duration.ofHours(1), OFTEN).expireAfter())
                .hasHours(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReservationSettings(Duration.ofMinutes(59), OFTEN))
                .withMessageContaining("inventory.reservations.expire-after");
    }

    @Test
    void refuseToLookForThemAllTheTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReservationSettings(Duration.ofHours(1), Duration.ZERO))
                .withMessageContaining("inventory.reservations.poll");
    }
}
