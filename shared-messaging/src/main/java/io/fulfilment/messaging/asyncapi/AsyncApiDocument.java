package io.fulfilment.messaging.asyncapi;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.asyncapi.Conversation.Answered;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0</a> document: topics are channels,
 * the payload of a message is the schema that has landed for its version.
 */
final class AsyncApiDocument {

    private static final String KAFKA_BINDING = "0.5.0";
    private static final String DEAD_LETTER = "deadLetter";

    private final String service;
    private final ObjectNode document = JsonResources.read("/io/fulfilment/messaging/asyncapi/template.json");
    private final ObjectNode channels = document.withObjectProperty("channels");
    private final ObjectNode operations = document.withObjectProperty("operations");
    private final ObjectNode messages =
            document.withObjectProperty("components").withObjectProperty("messages");

    private AsyncApiDocument(String service) {
        this.service = service;
    }

    static ObjectNode of(String service, Conversation conversation) {
        var result = new AsyncApiDocument(service);
        result.document.put("id", "urn:fulfilment:" + service);
        result.document.withObjectProperty("info").put("title", service);
        result.add("send", conversation.sent(), conversation.answered());
        result.add("receive", conversation.received(), new TreeMap<>());
        result.addDeadLetters();
        return result.document;
    }

    private void add(
            String action, SortedMap<String, SortedSet<String>> byTopic, SortedMap<String, Answered> answered) {
        byTopic.forEach((topic, types) -> {
            types.forEach(this::addMessage);
            addChannel(topic, types);
            var others = new TreeSet<>(types);
            others.removeAll(answered.keySet());
            if (!others.isEmpty()) {
                addOperation(topic + "." + action, action, topic, others);
            }
            types.stream()
                    .filter(answered::containsKey)
                    .forEach(type -> addOperation(type + "." + action, action, topic, Set.of(type)));
        });
        answered.forEach((type, answers) -> addReply(operations.withObjectProperty(type + "." + action), answers));
    }

    /** An operation has one kind of reply, so what is answered has an operation of its own. */
    private void addReply(ObjectNode operation, Answered answers) {
        ObjectNode reply = operation.putObject("reply");
        reply.set("channel", reference("#/channels/" + answers.topic()));
        addMessages(reply, answers.topic(), answers.types());
    }

    private void addMessages(ObjectNode node, String topic, Collection<String> types) {
        ArrayNode named = node.putArray("messages");
        types.forEach(type -> named.add(reference("#/channels/" + topic + "/messages/" + type)));
    }

    private void addMessage(String type) {
        if (messages.has(type)) {
            return;
        }
        ObjectNode payload = JsonResources.read("/schemas/" + type + ".json");
        // They say which dialect of JSON Schema it is and where to find it; here it is AsyncAPI's, and here.
        payload.remove(List.of("$schema", "$id"));
        ObjectNode message = messages.putObject(type).put("name", type);
        message.set("title", payload.path("title"));
        message.set("headers", reference("#/components/schemas/cloudEvent"));
        message.set("payload", payload);
        message.set("bindings", reference("#/components/messageBindings/keyedBySubject"));
    }

    private void addChannel(String topic, Collection<String> types) {
        ObjectNode channel = channels.withObjectProperty(topic).put("address", topic);
        ObjectNode named = channel.withObjectProperty("messages");
        types.forEach(type -> named.set(type, reference("#/components/messages/" + type)));
        channel.withObjectProperty("bindings")
                .withObjectProperty("kafka")
                .put("topic", topic)
                .put("partitions", Topic.PARTITIONS)
                .put("bindingVersion", KAFKA_BINDING);
    }

    private void addOperation(String name, String action, String topic, Collection<String> types) {
        ObjectNode operation = operations.putObject(name).put("action", action);
        operation.set("channel", reference("#/channels/" + topic));
        addMessages(operation, topic, types);
        if (action.equals("receive")) {
            ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
            kafka.putObject("groupId").put("type", "string").putArray("enum").add(service);
            kafka.put("bindingVersion", KAFKA_BINDING);
        }
    }

    private void addDeadLetters() {
        String topic = Topic.deadLettersOf(service);
        addChannel(topic, Set.of(DEAD_LETTER));
        addOperation(topic + ".send", "send", topic, Set.of(DEAD_LETTER));
    }

    private ObjectNode reference(String pointer) {
        return document.objectNode().put("$ref", pointer);
    }
}
