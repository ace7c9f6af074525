package io.fulfilment.benchmarks;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Watches the orders' topic from its end and notes when each fact is seen: what an outside observer sees, a little later than the
 * commit, without loading the system with questions.
 */
final class OrderEvents implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final OrderFacts facts = new OrderFacts();

    OrderEvents(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "enable.auto.commit", "false",
                        "enable.metrics.push", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topic.ORDER_EVENTS.topicName(), number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread.ofPlatform().name("order-events").daemon().start(this::watch);
    }

    OrderFacts facts() {
        return facts;
    }

    private void watch() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::note);
            }
        } catch (WakeupException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> event) {
        facts.on(
                new String(event.key(), StandardCharsets.UTF_8),
                new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8),
                System.nanoTime());
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
