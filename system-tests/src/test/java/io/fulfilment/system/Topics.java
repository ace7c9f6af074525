package io.fulfilment.system;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything in Kafka, each partition in its order. */
final class Topics {

    private static final List<String> SUFFIXES = List.of(".events", ".commands", ".replies");

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Topics() {}

    static List<ConsumerRecord<String, CloudEvent>> readToEnd(String bootstrapServers) {
        // A fetch that finds nothing, such as the first of some partitions, holds up those of the others.
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "fetch.max.wait.ms", 20);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            return readToEnd(consumer, PATIENCE);
        }
    }

    /** @throws IllegalStateException if what was there doesn't come in time */
    static <V> List<ConsumerRecord<String, V>> readToEnd(Consumer<String, V> consumer, Duration patience) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        long begin = System.nanoTime();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new IllegalStateException("only " + records.size() + " records came in " + patience);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> SUFFIXES.stream().anyMatch(topic.getKey()::endsWith))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
