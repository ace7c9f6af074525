package io.fulfilment.benchmarks;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the orders' topic from its end and notes when each order is first seen confirmed, ended and cancelled: what an outside
 * observer sees, a little later than the commit, without loading the system with questions.
 */
final class OrderEvents implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> decided = new ConcurrentHashMap<>();
    private final Map<String, Long> ended = new ConcurrentHashMap<>();
    private final Map<String, Long> cancelled = new ConcurrentHashMap<>();

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

    private void watch() {
        try (consumer) {
            while (true) {
                for (var event : consumer.poll(Duration.ofSeconds(1))) {
                    note(
                            new String(event.key(), StandardCharsets.UTF_8),
                            event.headers().lastHeader("ce_type"));
                }
            }
        } catch (WakeupException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String orderId, Header type) {
        String name = new String(type.value(), StandardCharsets.UTF_8);
        long now = System.nanoTime();
        boolean rejected = name.contains(".OrderRejected.");
        if (rejected || name.contains(".OrderConfirmed.")) {
            decided.putIfAbsent(orderId, now);
        }
        if (rejected || name.contains(".OrderCompleted.")) {
            ended.putIfAbsent(orderId, now);
        }
        if (name.contains(".OrderCancelled.")) {
            cancelled.putIfAbsent(orderId, now);
        }
    }

    /** Completed, rejected or cancelled; a completed order may be cancelled yet. */
    boolean isFinal(String orderId) {
        return ended.containsKey(orderId) || isCancelled(orderId);
    }

    boolean isCancelled(String orderId) {
        return cancelled.containsKey(orderId);
    }

    /** When it was seen confirmed or rejected, in nanoseconds; null if it never was. */
    @Nullable
    Long decidedAt(String orderId) {
        return decided.get(orderId);
    }

    /** When it was seen completed or rejected, in nanoseconds; null if it never was. */
    @Nullable
    Long endedAt(String orderId) {
        return ended.get(orderId);
    }

    /** When it was seen cancelled, in nanoseconds; null if it never was. */
    @Nullable
    Long cancelledAt(String orderId) {
        return cancelled.get(orderId);
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
