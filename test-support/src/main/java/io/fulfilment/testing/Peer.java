package io.fulfilment.testing;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Another service, as far as its messages show: each has the next sequence of its subject. */
public final class Peer implements AutoCloseable {

    private final RecordSender sender = new RecordSender();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final String name;

    public Peer(String name) {
        this.name = name;
    }

    /** Sends a message that begins a conversation, and gives its id. */
    public UUID send(Message message) {
        UUID id = UUID.randomUUID();
        send(message, id);
        return id;
    }

    public void send(Message message, UUID id) {
        Topic topic = Topic.of(message.getClass());
        var outgoing =
                new ProducerRecord<>(topic.topicName(), bytes(message.subject()), json.writeValueAsBytes(message));
        headers(message, id, topic)
                .forEach((header, value) -> outgoing.headers().add(header, bytes(value)));
        sender.send(outgoing);
    }

    private Map<String, String> headers(Message message, UUID id, Topic topic) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_type", TypeName.of(message.getClass()).toString(),
                "ce_source", "/" + name + "/" + topic.topicName(),
                "ce_subject", message.subject(),
                "ce_time", Instant.now().toString(),
                "ce_sequence",
                        sequences
                                .merge(topic + message.subject(), 1, Integer::sum)
                                .toString(),
                "ce_correlationid", UUID.randomUUID().toString(),
                "content-type", "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sender.close();
    }
}
