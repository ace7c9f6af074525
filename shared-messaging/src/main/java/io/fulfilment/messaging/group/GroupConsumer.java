package io.fulfilment.messaging.group;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * A member of the group that is named after its service, by the protocol of KIP-848. It reads bytes, and commits an
 * offset only when what is before it is settled.
 */
public final class GroupConsumer {

    /** Settings of the older protocol, which the newer doesn't take. */
    private static final List<String> CLASSIC = List.of(
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);

    private static final Duration AUTHORIZATION_PAUSE = Duration.ofSeconds(5);

    /** A fetch that waits for its first record knows nothing of partitions that are assigned meanwhile. */
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(1);

    /** A fetch that came back empty is followed by another only at the next poll. */
    private static final Duration POLL = Duration.ofMillis(100);

    /** How old a committed offset may be. */
    private static final Duration COMMIT = Duration.ofMillis(250);

    private GroupConsumer() {}

    /**
     * Records gather on the way, see {@code Gathering}: the broker answers a fetch at the first record.
     *
     * @param kafka knows the way to the broker
     * @param maxBatch the most records at once
     * @param pace how far apart batches are, unless there is a backlog
     */
    public static ConsumerFactory<byte[], byte[]> factory(
            ConsumerFactory<?, ?> kafka, String service, Map<String, Object> settings, int maxBatch, Pace pace) {
        // Two looks may share a batch.
        int look = Math.max(1, maxBatch / 2);
        var configuration = new HashMap<>(kafka.getConfigurationProperties());
        CLASSIC.forEach(configuration::remove);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, service);
        configuration.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, GroupProtocol.CONSUMER.name);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        configuration.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(LONGEST_FETCH.toMillis()));
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, look);
        configuration.putAll(settings);
        var factory = new DefaultKafkaConsumerFactory<>(
                configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        factory.addPostProcessor(consumer -> Gathering.around(consumer, look, pace));
        return factory;
    }

    public static ContainerProperties container(String service, String... topics) {
        var properties = new ContainerProperties(topics);
        properties.setGroupId(service);
        // What isn't committed comes again and is recognised: neither more commits nor waiting for them would gain
        // anything.
        properties.setAckMode(ContainerProperties.AckMode.TIME);
        properties.setAckTime(COMMIT.toMillis());
        properties.setSyncCommits(false);
        properties.setLogContainerConfig(false);
        properties.setPollTimeout(POLL.toMillis());
        // Rights or credentials that are gone for a while stop the container for good otherwise.
        properties.setAuthExceptionRetryInterval(AUTHORIZATION_PAUSE);
        return properties;
    }
}
