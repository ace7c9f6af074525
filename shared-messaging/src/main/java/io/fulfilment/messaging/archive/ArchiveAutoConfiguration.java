package io.fulfilment.messaging.archive;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.group.GroupConsumer;
import io.fulfilment.messaging.group.Pace;
import io.fulfilment.messaging.group.RetryForever;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Feeds a sink from every topic. */
@AutoConfiguration
@ConditionalOnBean(RecordSink.class)
@EnableConfigurationProperties(ArchiveSettings.class)
class ArchiveAutoConfiguration {

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> archiveContainer(
            RecordSink sink,
            ArchiveSettings settings,
            ConsumerFactory<?, ?> kafka,
            @Value("${spring.application.name}") String service) {
        var positions = new SinkPositions(sink);
        var properties = GroupConsumer.container(
                service, Stream.of(Topic.values()).map(Topic::topicName).toArray(String[]::new));
        properties.setConsumerRebalanceListener(positions);
        properties.setMessageListener(new SinkListener(sink, positions));
        var container = new KafkaMessageListenerContainer<>(
                GroupConsumer.factory(kafka, service, Map.of(), settings.maxBatch(), Pace.of(settings.gather())),
                properties);
        container.setCommonErrorHandler(new RetryForever(settings.outage()));
        return container;
    }
}
