package io.fulfilment.saga;

import io.fulfilment.testing.RecordSender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends and reads messages as somebody would who doesn't use our code for it. */
final class CloudEvents implements AutoCloseable {

    private final JsonMapper json = new JsonMapper();
    private final RecordSender sender = new RecordSender();
    private final Map<String, Integer> sequences = new ConcurrentHashMap<>();

    void send(String topic, String type, UUID subject, @Nullable String causation, Object body) {
        var outgoing = new ProducerRecord<>(topic, bytes(subject.toString()), json.writeValueAsBytes(body));
        int sequence = sequences.merge(topic + subject, 1, Integer::sum);
        header(outgoing, "ce_specversion", "1.0");
        header(outgoing, "ce_id", UUID.randomUUID().toString());
        header(outgoing, "ce_type", type);
        header(outgoing, "ce_source", "/test/" + topic);
        header(outgoing, "ce_subject", subject.toString());
        header(outgoing, "ce_time", Instant.now().toString());
        header(outgoing, "ce_sequence", Integer.toString(sequence));
        header(outgoing, "ce_correlationid", subject.toString());
        header(outgoing, "content-type", "application/json");
        if (causation != null) {
            header(outgoing, "ce_causationid", causation);
        }
        sender.send(outgoing);
    }

    static String header(ConsumerRecord<byte[], byte[]> received, String name) {
        var found = Objects.requireNonNull(received.headers().lastHeader(name), name);
        return new String(found.value(), StandardCharsets.UTF_8);
    }

    String field(ConsumerRecord<byte[], byte[]> received, String name) {
        return json.readTree(received.value()).path(name).asString();
    }

    @Override
    public void close() {
        sender.close();
    }

    private static void header(ProducerRecord<byte[], byte[]> outgoing, String name, String value) {
        outgoing.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
