package io.fulfilment.messaging.archive;

import io.fulfilment.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the archive's consumer.
 *
 * @param maxBatch the most records at once
 * @param gather the least time between two batches; what comes after a quiet time is stored at once
 * @param outageInitial the first pause while the sink fails; it doubles, without an end to the attempts
 * @param outageMax the longest such pause
 */
@ConfigurationProperties("fulfilment.messaging.archive")
record ArchiveSettings(
        @DefaultValue("5000") int maxBatch,
        @DefaultValue("250ms") Duration gather,
        @DefaultValue("250ms") Duration outageInitial,
        @DefaultValue("5s") Duration outageMax) {

    ArchiveSettings {
        if (maxBatch < 1 || gather.isNegative()) {
            throw new IllegalArgumentException(
                    "fulfilment.messaging.archive.max-batch is at least 1, gather at least 0");
        }
    }

    Backoff outage() {
        return new Backoff(outageInitial, outageMax);
    }
}
