package io.fulfilment.order.balance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code orders.balance}.
 *
 * @param enabled whether this process looks
 * @param settle how old an order is at its first look, and for how long something has to be amiss before that is stated;
 *     more than twice of what a transaction may take and clocks may differ
 * @param poll the pause between two looks
 * @param batch the most orders of a look
 */
@ConfigurationProperties("orders.balance")
record BalanceSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration settle,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5000") int batch) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    BalanceSettings {
        if (settle.compareTo(Duration.ofSeconds(1)) < 0 || poll.compareTo(Duration.ofMillis(100)) < 0 || batch < 1) {
            throw new IllegalArgumentException(
                    "orders.balance: settle is at least 1s, poll at least 100ms, batch at least 1");
        }
    }

    /** The pause after so many looks: at first as long as what settles, then twice as long each time, up to an hour. */
    Duration pause(int looks) {
        Duration longest = settle.compareTo(LONGEST_PAUSE) > 0 ? settle : LONGEST_PAUSE;
        Duration pause = settle;
        for (int look = 0; look < looks && pause.compareTo(longest) < 0; look++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
