package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.group.Pace;
import io.fulfilment.messaging.group.Strain;
import io.fulfilment.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the consumer.
 *
 * @param enabled whether this process consumes at all
 * @param maxBatch the most messages that share a transaction
 * @param gather the longest time between the beginnings of two batches, but for a backlog: what comes meanwhile shares the next. It
 *     is shorter where batches are handled quickly or processor time is left, and what comes after a quiet time is handled at once
 * @param concurrency threads that consume, each some of the partitions
 * @param attempts how often a message that fails by itself is tried before it is parked
 * @param retryInitial the first pause between two attempts; it doubles with each further one. Its key waits meanwhile, others don't
 * @param retryMax the longest such pause
 * @param gap how long a message is waited for that is missing in a sequence, before its key is parked
 * @param joinsLate whether the beginnings of sequences may be gone, as for a service that is new to old topics: the first message
 *     that comes of a sender and subject is then taken as their first
 * @param outageInitial the first pause while the database is away; it doubles, without an end to the attempts
 * @param outageMax the longest such pause
 * @param maxPollInterval the longest that a batch may take before its partitions go to another consumer
 */
@ConfigurationProperties("fulfilment.messaging.consumer")
record ConsumerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1000") int maxBatch,
        @DefaultValue("50ms") Duration gather,
        @DefaultValue("1") int concurrency,
        @DefaultValue("5") int attempts,
        @DefaultValue("100ms") Duration retryInitial,
        @DefaultValue("1s") Duration retryMax,
        @DefaultValue("10s") Duration gap,
        @DefaultValue("false") boolean joinsLate,
        @DefaultValue("250ms") Duration outageInitial,
        @DefaultValue("5s") Duration outageMax,
        @DefaultValue("5m") Duration maxPollInterval) {

    /** On a busy machine, a sixteenth of the time goes into batches, as long as they are short. */
    private static final int GATHER_SHARE = 15;

    ConsumerSettings {
        if (maxBatch < 1 || concurrency < 1 || attempts < 1) {
            throw new IllegalArgumentException(
                    "fulfilment.messaging.consumer.max-batch, concurrency and attempts are at least 1");
        }
        if (gather.isNegative() || gap.isNegative()) {
            throw new IllegalArgumentException("fulfilment.messaging.consumer.gather and gap are at least 0");
        }
        if (!maxPollInterval.isPositive()) {
            throw new IllegalArgumentException("fulfilment.messaging.consumer.max-poll-interval is above 0");
        }
    }

    Pace pace() {
        return new Pace(GATHER_SHARE, gather, Strain.ofMachine());
    }

    Backoff backoff() {
        return new Backoff(retryInitial, retryMax);
    }

    /** How long a batch that failed as a whole is taken apart at once. */
    Duration longestTakingApart() {
        return maxPollInterval.dividedBy(4);
    }

    Backoff outage() {
        return new Backoff(outageInitial, outageMax);
    }
}
