package io.fulfilment.order.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When orders can be cancelled.
 *
 * @param window how long after its completion an order still can
 */
@ConfigurationProperties("orders.cancellation")
record CancellationSettings(@DefaultValue("30d") Duration window) {

    CancellationSettings {
        if (window.isNegative()) {
            throw new IllegalArgumentException("orders.cancellation.window is not negative");
        }
    }
}
