package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the relay.
 *
 * @param enabled whether this process publishes at all
 * @param batchSize the most rows that are sent at once; of a long queue, as many are read meanwhile
 * @param poll how often it looks for what it wasn't woken for: messages of other replicas
 * @param lease how long a process that says nothing more keeps its share of the publishing
 * @param sendTimeout when a send that was not acknowledged counts as failed
 * @param retryInitial the first pause after a failed send; it doubles with each further one
 * @param retryMax the longest pause
 * @param missingTopicPause how long messages to a topic that isn't there, or isn't allowed, are left alone
 * @param drain how long a process that stops goes on publishing what is there
 */
@ConfigurationProperties("fulfilment.messaging.relay")
record RelaySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4000") int batchSize,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("3s") Duration lease,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("100ms") Duration retryInitial,
        @DefaultValue("5s") Duration retryMax,
        @DefaultValue("30s") Duration missingTopicPause,
        @DefaultValue("2s") Duration drain) {

    RelaySettings {
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("fulfilment.messaging.relay.batch-size is 1 to 10,000");
        }
        if (!poll.isPositive() || lease.compareTo(poll) <= 0) {
            throw new IllegalArgumentException(
                    "fulfilment.messaging.relay.lease is longer than poll, which is above 0");
        }
        if (sendTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("fulfilment.messaging.relay.send-timeout is at least 1s");
        }
    }

    Backoff backoff() {
        return new Backoff(retryInitial, retryMax);
    }
}
