package io.fulfilment.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their beginning, record by record as they are, in no consumer group. Not for more than one thread.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Collection<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    TopicReader(Consumer<byte[], byte[]> consumer, Duration patience, String... topics) {
        this.consumer = consumer;
        this.patience = patience;
        this.partitions = Arrays.stream(topics).flatMap(this::partitionsOf).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Starts at the beginning of the topics. */
    public static TopicReader of(String... topics) {
        var consumer = new KafkaConsumer<>(
                // A fetch that finds nothing, such as the first of some partitions, holds up those of the others.
                Map.<String, Object>of(
                        "bootstrap.servers", Infrastructure.shared().kafkaBootstrapServers(), "fetch.max.wait.ms", 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        return new TopicReader(consumer, PATIENCE, topics);
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    /**
     * Everything from the beginning to what the topics end with now; the records of a partition are in order.
     *
     * @throws IllegalStateException if the broker doesn't send it within a minute
     */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        var ends = consumer.endOffsets(partitions);
        long begin = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new IllegalStateException("only " + records.size() + " records came in " + patience);
            }
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
