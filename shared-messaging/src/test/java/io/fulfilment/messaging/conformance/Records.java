package io.fulfilment.messaging.conformance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The records of a topic, whoever sent them. */
final class Records implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String COPY = "copy";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    Records(String broker, String topic) {
        this.consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "fetch.max.wait.ms", 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    List<ConsumerRecord<byte[], byte[]>> all() {
        return last(Long.MAX_VALUE);
    }

    /**
     * What is there now; the records of a partition are in order.
     *
     * @param count of the youngest records of each partition, at most
     * @throws IllegalStateException if the broker doesn't send them
     */
    List<ConsumerRecord<byte[], byte[]>> last(long count) {
        var ends = consumer.endOffsets(partitions, PATIENCE);
        var beginnings = consumer.beginningOffsets(partitions, PATIENCE);
        beginnings.forEach((partition, first) ->
                consumer.seek(partition, Math.max(first, ends.getOrDefault(partition, 0L) - count)));
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long begin = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("only " + records.size() + " records came in " + PATIENCE);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    /** The same record, to be sent again; marked, so that it can be told from what a relay sends again. */
    static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> found) {
        var copy = new ProducerRecord<>(found.topic(), found.partition(), found.key(), found.value(), found.headers());
        copy.headers().add(COPY, new byte[0]);
        return copy;
    }

    static boolean isCopy(ConsumerRecord<byte[], byte[]> found) {
        return found.headers().lastHeader(COPY) != null;
    }

    static String id(ConsumerRecord<byte[], byte[]> message) {
        return header(message, "ce_id");
    }

    static String key(ConsumerRecord<byte[], byte[]> found) {
        return found.key() == null ? "" : new String(found.key(), StandardCharsets.UTF_8);
    }

    /** Of which record this is the copy. */
    static Place origin(ConsumerRecord<byte[], byte[]> deadLetter) {
        return new Place(
                header(deadLetter, "dead-letter-topic"),
                Integer.parseInt(header(deadLetter, "dead-letter-partition")),
                Long.parseLong(header(deadLetter, "dead-letter-offset")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
