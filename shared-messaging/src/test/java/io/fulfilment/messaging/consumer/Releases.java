package io.fulfilment.messaging.consumer;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the commands about one order, as they would come from Kafka. */
final class Releases {

    private static final AtomicLong OFFSETS = new AtomicLong(System.currentTimeMillis());

    private final String subject;
    private final String source;
    private long sequence;

    Releases() {
        this(UUID.randomUUID().toString(), "/saga-orchestrator/inventory.commands");
    }

    private Releases(String subject, String source) {
        this.subject = subject;
        this.source = source;
    }

    /** About the same order, by another sender. */
    Releases ofAnother() {
        return new Releases(subject, "/order-service/inventory.commands");
    }

    String subject() {
        return subject;
    }

    ConsumerRecord<byte[], byte[]> next() {
        return with(Map.of("ce_sequence", Long.toString(++sequence)));
    }

    /** Another in a place that is taken. */
    ConsumerRecord<byte[], byte[]> again(long taken) {
        return with(Map.of("ce_sequence", Long.toString(taken)));
    }

    /** The next, appended when the ids of that time have been forgotten. */
    ConsumerRecord<byte[], byte[]> longAgo() {
        return with(Map.of("ce_sequence", Long.toString(++sequence), "ce_time", "2001-01-01T00:00:00Z"));
    }

    /** The next, of a type without a handler. */
    ConsumerRecord<byte[], byte[]> ofNoInterest() {
        return with(Map.of(
                "ce_sequence", Long.toString(++sequence), "ce_type", "io.fulfilment.inventory.DispatchStock.v1"));
    }

    /** The next, with a body that can't be read. */
    ConsumerRecord<byte[], byte[]> truncated() {
        var whole = next();
        var truncated = new ConsumerRecord<>(whole.topic(), 0, whole.offset(), whole.key(), bytes("{"));
        whole.headers().forEach(truncated.headers()::add);
        return truncated;
    }

    /** The next, of which nothing can be told but its key. */
    ConsumerRecord<byte[], byte[]> nonsense() {
        sequence++;
        return strangers();
    }

    /** Of somebody who takes no part in the sequence. */
    ConsumerRecord<byte[], byte[]> strangers() {
        return new ConsumerRecord<>(
                Topic.INVENTORY_COMMANDS.topicName(), 0, OFFSETS.incrementAndGet(), bytes(subject), bytes("nonsense"));
    }

    private ConsumerRecord<byte[], byte[]> with(Map<String, String> changes) {
        var attributes = attributes();
        attributes.putAll(changes);
        var next = new ConsumerRecord<>(
                Topic.INVENTORY_COMMANDS.topicName(),
                0,
                OFFSETS.incrementAndGet(),
                bytes(subject),
                bytes("{\"sagaId\":\"" + UUID.randomUUID() + "\",\"orderId\":\"" + subject + "\"}"));
        attributes.forEach((name, value) -> next.headers().add(name, bytes(value)));
        return next;
    }

    private Map<String, String> attributes() {
        return new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                "io.fulfilment.inventory.ReleaseStock.v1",
                "ce_source",
                source,
                "ce_subject",
                subject,
                "ce_time",
                Instant.now().toString(),
                "ce_correlationid",
                UUID.randomUUID().toString(),
                "content-type",
                "application/json"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
