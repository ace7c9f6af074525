package io.fulfilment.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their beginning, record by record as they are, in no consumer group. Not for more than one thread.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Collection<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private TopicReader(String... topics) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Infrastructure.shared().kafkaBootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = Arrays.stream(topics).flatMap(this::partitionsOf).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Starts at the beginning of the topics. */
    public static TopicReader of(String... topics) {
        return new TopicReader(topics);
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    /** Everything from the beginning to what the topics end with now; the records of a partition are in order. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    /** As {@link #records()}, those with one key, in order. */
    public List<ConsumerRecord<byte[], byte[]>> records(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return records().stream()
                .filter(found -> Arrays.equals(bytes, found.key()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
