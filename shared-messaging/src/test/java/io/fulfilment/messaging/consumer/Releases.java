package io.fulfilment.messaging.consumer;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the commands about one order, as they would come from Kafka. */
final class Releases {

    private static final AtomicLong OFFSETS = new AtomicLong(System.currentTimeMillis());

    private final String subject = UUID.randomUUID().toString();
    private long sequence;

    String subject() {
        return subject;
    }

    ConsumerRecord<byte[], byte[]> next() {
        sequence++;
        var next = new ConsumerRecord<>(
                Topic.INVENTORY_COMMANDS.topicName(),
                0,
                OFFSETS.incrementAndGet(),
                bytes(subject),
                bytes("{\"sagaId\":\"" + UUID.randomUUID() + "\",\"orderId\":\"" + subject + "\"}"));
        attributes().forEach((name, value) -> next.headers().add(name, bytes(value)));
        return next;
    }

    private Map<String, String> attributes() {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", "io.fulfilment.inventory.ReleaseStock.v1",
                "ce_source", "/saga-orchestrator/inventory.commands",
                "ce_subject", subject,
                "ce_time", "2026-01-02T03:04:05.678Z",
                "ce_sequence", Long.toString(sequence),
                "ce_correlationid", UUID.randomUUID().toString(),
                "content-type", "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
