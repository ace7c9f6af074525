package io.fulfilment.console.lag;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lag is looked at.
 *
 * @param interval between two looks
 * @param window the least time over which consumers are judged; looks that are this far apart are compared
 * @param patience how long Kafka may take for an answer, of which a look needs up to {@value #ANSWERS} in a row
 * @param outdated how old a look may become before it counts as none
 * @param series the most pairs of group and topic that a history is kept of, 44 KB each
 */
@ConfigurationProperties("fulfilment.console.lag")
public record LagSettings(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("2500ms") Duration window,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("10s") Duration outdated,
        @DefaultValue("500") int series) {

    private static final int ANSWERS = 4;
    private static final String PREFIX = "fulfilment.console.lag.";

    public LagSettings {
        require(interval.toMillis() >= 100, "interval must be at least 100ms: " + interval);
        require(window.compareTo(interval) > 0, "window must be longer than the interval: " + window);
        require(patience.toMillis() >= 100, "patience must be at least 100ms: " + patience);
        require(
                outdated.compareTo(interval.plus(patience.multipliedBy(ANSWERS))) > 0,
                "outdated must be longer than the slowest look and the interval: " + outdated);
        require(series >= 0, "series must not be negative: " + series);
    }

    /** The age from which on a page says that Kafka doesn't answer. */
    public Duration late() {
        return outdated.dividedBy(2);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + otherwise);
        }
    }
}
