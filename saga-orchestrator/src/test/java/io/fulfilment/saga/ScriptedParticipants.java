package io.fulfilment.saga;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Plays all services for one order: says yes to every command, unless the script has it otherwise. */
final class ScriptedParticipants implements AutoCloseable {

    private final UUID order;
    private final CloudEvents events;
    private final TopicReader commands = TopicReader.of(
            Topic.INVENTORY_COMMANDS.topicName(),
            Topic.PAYMENT_COMMANDS.topicName(),
            Topic.ORDER_COMMANDS.topicName(),
            Topic.NOTIFICATION_COMMANDS.topicName());
    private final Map<String, String> refusals = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> received = new ArrayList<>();

    ScriptedParticipants(UUID order, CloudEvents events) {
        this.order = order;
        this.events = events;
    }

    ScriptedParticipants refuses(String command, String reason) {
        refusals.put(command, reason);
        return this;
    }

    /** Takes the next such command without a word. */
    ScriptedParticipants ignores(String command) {
        silent.add(command);
        return this;
    }

    /** Answers what has come since; returns the names of all commands received. */
    List<String> play() {
        commands.records(order.toString()).stream()
                .filter(command -> seen.add(CloudEvents.header(command, "ce_id")))
                .forEach(this::answer);
        return received;
    }

    private void answer(ConsumerRecord<byte[], byte[]> command) {
        var type = CloudEvents.header(command, "ce_type").replaceAll("\\.v\\d+$", "");
        var name = type.substring(type.lastIndexOf('.') + 1);
        received.add(name);
        if (!silent.remove(name)) {
            var body = new HashMap<String, Object>();
            body.put("sagaId", events.field(command, "sagaId"));
            body.put("orderId", order);
            var refusal = refusals.get(name);
            if (refusal != null) {
                body.put("reason", refusal);
            }
            var reply = type + (refusal == null ? "Succeeded.v1" : "Refused.v1");
            events.send(Topic.SAGA_REPLIES.topicName(), reply, order, CloudEvents.header(command, "ce_id"), body);
        }
    }

    @Override
    public void close() {
        commands.close();
    }
}
