package io.fulfilment.messaging.it;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Commands to the small service as records, valid until a test spoils one. */
public record Commands(String subject) {

    static final String TOPIC = Topic.INVENTORY_COMMANDS.topicName();

    public static Commands aboutAnOrder() {
        return new Commands(UUID.randomUUID().toString());
    }

    public ProducerRecord<byte[], byte[]> release(UUID id, long sequence) {
        return of(id, "io.fulfilment.inventory.ReleaseStock.v1", sequence);
    }

    ProducerRecord<byte[], byte[]> dispatch(UUID id, long sequence) {
        return of(id, "io.fulfilment.inventory.DispatchStock.v1", sequence);
    }

    ProducerRecord<byte[], byte[]> of(UUID id, String type, long sequence) {
        var headers = attributes();
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_sequence", Long.toString(sequence));
        return of(headers, body());
    }

    ProducerRecord<byte[], byte[]> release(UUID id, long sequence, String traceparent) {
        var command = release(id, sequence);
        command.headers().add("traceparent", bytes(traceparent));
        return command;
    }

    /** A release of stock with something changed. */
    public ProducerRecord<byte[], byte[]> spoilt(Consumer<Map<String, String>> headers, String body) {
        var attributes = attributes();
        headers.accept(attributes);
        return of(attributes, body);
    }

    String body() {
        return "{\"sagaId\":\"" + UUID.randomUUID() + "\",\"orderId\":\"" + subject + "\"}";
    }

    private ProducerRecord<byte[], byte[]> of(Map<String, String> headers, String body) {
        var command = new ProducerRecord<>(TOPIC, bytes(subject), bytes(body));
        headers.forEach((name, value) -> command.headers().add(name, bytes(value)));
        return command;
    }

    private Map<String, String> attributes() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", "io.fulfilment.inventory.ReleaseStock.v1");
        headers.put("ce_source", "/saga-orchestrator/inventory.commands");
        headers.put("ce_subject", subject);
        headers.put("ce_time", "2026-01-02T03:04:05.678Z");
        headers.put("ce_sequence", "1");
        headers.put("ce_correlationid", UUID.randomUUID().toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
