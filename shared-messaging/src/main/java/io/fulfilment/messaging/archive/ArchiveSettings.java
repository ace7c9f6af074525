package io.fulfilment.messaging.archive;

import io.fulfilment.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the archive's consumer.
 *
 * @param maxBatch the most records at once
 * @param minFetch how much the broker waits for, so that batches form
 * @param maxWait how long it waits at the most
 * @param outageInitial the first pause while the sink fails; it doubles, without an end to the attempts
 * @param outageMax the longest such pause
 */
@ConfigurationProperties("fulfilment.messaging.archive")
record ArchiveSettings(
        @DefaultValue("5000") int maxBatch,
        @DefaultValue("64KB") DataSize minFetch,
        @DefaultValue("100ms") Duration maxWait,
        @DefaultValue("250ms") Duration outageInitial,
        @DefaultValue("5s") Duration outageMax) {

    ArchiveSettings {
        if (maxBatch < 1 || minFetch.toBytes() < 1 || maxWait.isNegative()) {
            throw new IllegalArgumentException(
                    "fulfilment.messaging.archive.max-batch and min-fetch are at least 1, max-wait at least 0");
        }
    }

    Backoff outage() {
        return new Backoff(outageInitial, outageMax);
    }
}
