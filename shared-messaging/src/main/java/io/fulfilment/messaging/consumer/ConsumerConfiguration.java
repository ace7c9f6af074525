package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.group.GroupConsumer;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;

/** How the consumer and its container are set. */
final class ConsumerConfiguration {

    private ConsumerConfiguration() {}

    static ConsumerFactory<byte[], byte[]> factory(
            ConsumerFactory<?, ?> kafka, ConsumerSettings settings, String service) {
        return GroupConsumer.factory(
                kafka,
                service,
                Map.of(
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                        Math.toIntExact(settings.maxPollInterval().toMillis())),
                settings.maxBatch(),
                settings.pace());
    }

    static ContainerProperties container(
            BatchListener listener, ConsumerSettings settings, String[] topics, String service) {
        var properties = GroupConsumer.container(service, topics);
        properties.setMessageListener(listener);
        return properties;
    }
}
