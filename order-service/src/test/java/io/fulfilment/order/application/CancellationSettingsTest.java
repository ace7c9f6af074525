package io.fulfilment.order.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CancellationSettingsTest {

    @Test
    void mayEndTheWindowWithTheCompletionButNotBefore() {
        assertThat(new CancellationSettings(Duration.ZERO).window()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CancellationSettings(Duration.ofSeconds(-1)))
                .withMessageContaining("orders.cancellation.window");
    }
}
