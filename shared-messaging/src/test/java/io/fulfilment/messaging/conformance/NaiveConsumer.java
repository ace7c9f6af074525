package io.fulfilment.messaging.conformance;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.codec.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handles what comes without remembering what came before. */
final class NaiveConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String HANDLED =
            "INSERT INTO handled (message_id, topic, message_key, sequence) VALUES (?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final String source;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    NaiveConsumer(JdbcTemplate jdbc, Broker broker, String service) {
        String topic = Topic.INVENTORY_COMMANDS.topicName();
        this.jdbc = jdbc;
        this.source = CloudEvent.source(service, topic);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.direct(),
                        "group.id",
                        service + "-naive",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "latest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        consumer.commitSync(PATIENCE);
    }

    /** Takes what is there now, handles it, and commits the offsets. */
    void handle() {
        poll().forEach(this::handle);
        consumer.commitSync(PATIENCE);
    }

    /** Takes what is there now, commits the offsets, and ends before it could handle anything. */
    void commitOffsetsAndEnd() {
        poll();
        consumer.commitSync(PATIENCE);
        close();
    }

    private List<ConsumerRecord<byte[], byte[]>> poll() {
        var ends = consumer.endOffsets(partitions, PATIENCE);
        var ours = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long begin = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("the broker doesn't send what it has");
            }
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                if (isOurs(found)) {
                    ours.add(found);
                }
            }
        }
        return ours;
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> found) {
        return found.headers().lastHeader(CloudEvent.SOURCE) != null && source.equals(header(found, CloudEvent.SOURCE));
    }

    private void handle(ConsumerRecord<byte[], byte[]> found) {
        jdbc.update(
                HANDLED,
                UUID.fromString(header(found, CloudEvent.ID)),
                found.topic(),
                new String(found.key(), StandardCharsets.UTF_8),
                Long.valueOf(header(found, CloudEvent.SEQUENCE)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
