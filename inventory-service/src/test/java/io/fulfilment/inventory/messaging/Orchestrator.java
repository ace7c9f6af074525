package io.fulfilment.inventory.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.testing.RecordSender;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands as the orchestrator would, each with the next sequence of its subject. */
final class Orchestrator implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordSender sender = new RecordSender();
    private final Map<String, Integer> sequences = new HashMap<>();

    UUID send(Message command) {
        var id = UUID.randomUUID();
        Topic topic = Topic.of(command.getClass());
        var outgoing = new ProducerRecord<>(
                topic.topicName(), command.subject().getBytes(UTF_8), JSON.writeValueAsBytes(command));
        attributes(command, topic, id)
                .forEach((name, value) -> outgoing.headers().add("ce_" + name, value.getBytes(UTF_8)));
        outgoing.headers().add("content-type", "application/json".getBytes(UTF_8));
        sender.send(outgoing);
        return id;
    }

    private Map<String, String> attributes(Message command, Topic topic, UUID id) {
        return Map.of(
                "specversion", "1.0",
                "id", id.toString(),
                "type", TypeName.of(command.getClass()).toString(),
                "source", "/saga-orchestrator/" + topic.topicName(),
                "subject", command.subject(),
                "time", Instant.now().toString(),
                "sequence", sequences.merge(command.subject(), 1, Integer::sum).toString(),
                "correlationid", UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        sender.close();
    }
}
