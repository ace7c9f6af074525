package io.fulfilment.messaging.retention;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of retention.
 *
 * @param outbox how long rows of the outbox stay at least, from when they were appended or, after much has waited, from
 *     when it was published
 * @param inbox how long the ids of messages are known. A message that comes again later is recognised by its sequence
 * @param acts how long it is known what was decided about dead letters, and what became of it
 * @param every how often what is older is deleted
 * @param batch how many rows a transaction deletes
 * @param archiveGroup the consumer group of the archive: published rows stay until it has read them; empty if they don't wait
 *     for an archive
 */
@ConfigurationProperties("fulfilment.messaging.retention")
public record RetentionSettings(
        @DefaultValue("1h") Duration outbox,
        @DefaultValue("14d") Duration inbox,
        @DefaultValue("400d") Duration acts,
        @DefaultValue("1m") Duration every,
        @DefaultValue("5000") int batch,
        @DefaultValue("") String archiveGroup) {

    public RetentionSettings {
        if (!Stream.of(outbox, inbox, acts, every).allMatch(Duration::isPositive) || batch < 1) {
            throw new IllegalArgumentException("fulfilment.messaging.retention: durations and batch are above 0");
        }
    }
}
