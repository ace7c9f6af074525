package io.fulfilment.saga.timers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code sagas.timers}.
 *
 * @param poll the pause between two looks; at least half a second, for timers are counted in tens of seconds
 * @param batch how many sagas share a transaction
 */
@ConfigurationProperties("sagas.timers")
record TimerSettings(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("200") int batch) {

    TimerSettings {
        if (poll.compareTo(Duration.ofMillis(500)) < 0 || batch < 1) {
            throw new IllegalArgumentException("sagas.timers: poll is at least 500ms, batch at least 1");
        }
    }
}
