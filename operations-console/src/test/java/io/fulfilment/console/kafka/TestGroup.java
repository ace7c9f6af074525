package io.fulfilment.console.kafka;

import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.Infrastructure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of two partitions, and a group with one consumer that reads it when it is told to. */
public final class TestGroup implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final String topic = "topic-" + UUID.randomUUID();
    private final Admin admin = Admin.create(server());
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(server(), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaConsumer<byte[], byte[]> consumer;

    public TestGroup() {
        this("group-" + UUID.randomUUID());
    }

    public TestGroup(String name) {
        this.name = name;
        get(admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all());
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        Infrastructure.shared().kafkaBootstrapServers(),
                        "group.id",
                        name,
                        "group.protocol",
                        "consumer",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    private static Map<String, Object> server() {
        return Map.of("bootstrap.servers", Infrastructure.shared().kafkaBootstrapServers());
    }

    public String name() {
        return name;
    }

    public String topic() {
        return topic;
    }

    public void send(int partition, long timestamp, int records) {
        for (int i = 0; i < records; i++) {
            producer.send(new ProducerRecord<>(topic, partition, timestamp, new byte[] {1}, new byte[] {2}));
        }
        producer.flush();
    }

    /** Reads so many records at least, and commits them; nothing of a partition that it has read nothing of. */
    public void read(int records) {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        int[] count = {0};
        await().until(() -> {
            for (var one : consumer.poll(POLL)) {
                read.put(new TopicPartition(topic, one.partition()), new OffsetAndMetadata(one.offset() + 1));
                count[0]++;
            }
            return count[0] >= records;
        });
        consumer.commitSync(read);
    }

    /** As an operator would; nobody must be reading. */
    public void delete() {
        consumer.close();
        get(admin.deleteConsumerGroups(List.of(name)).all());
    }

    public void deleteRecordsBefore(int partition, long offset) {
        get(admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset)))
                .all());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        get(admin.deleteTopics(List.of(topic)).all());
        admin.close();
    }
}
