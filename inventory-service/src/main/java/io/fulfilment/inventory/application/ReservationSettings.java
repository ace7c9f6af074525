package io.fulfilment.inventory.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long stock is held for orders.
 *
 * @param expireAfter how long a reservation lasts that is neither released nor dispatched
 * @param poll how often those are looked for that have lasted too long
 */
@ConfigurationProperties("inventory.reservations")
public record ReservationSettings(
        @DefaultValue("24h") Duration expireAfter,
        @DefaultValue("10s") Duration poll) {

    /** What a saga may take until it is past its pivot, and some more. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    public ReservationSettings {
        if (expireAfter.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("inventory.reservations.expire-after must be at least " + SHORTEST);
        }
        if (!poll.isPositive()) {
            throw new IllegalArgumentException("inventory.reservations.poll must be above 0");
        }
    }
}
