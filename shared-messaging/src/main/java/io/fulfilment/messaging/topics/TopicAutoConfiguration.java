package io.fulfilment.messaging.topics;

import io.fulfilment.events.Topic;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** With {@code fulfilment.messaging.create-topics}: every topic, and the service's own for dead letters. */
@AutoConfiguration
@ConditionalOnBooleanProperty("fulfilment.messaging.create-topics")
class TopicAutoConfiguration {

    @Bean
    KafkaAdmin.NewTopics messagingTopics(@Value("${spring.application.name}") String service) {
        return new KafkaAdmin.NewTopics(Stream.concat(
                        Stream.of(Topic.values()).map(Topic::topicName), Stream.of(Topic.deadLettersOf(service)))
                .map(name ->
                        TopicBuilder.name(name).partitions(Topic.PARTITIONS).build())
                .toArray(NewTopic[]::new));
    }
}
