package io.fulfilment.messaging.asyncapi;

import io.fulfilment.events.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
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
        result.add("send", conversation.sent());
        result.add("receive", conversation.received());
        result.addDeadLetters();
        return result.document;
    }

    private void add(String action, SortedMap<String, SortedSet<String>> byTopic) {
        byTopic.forEach((topic, types) -> {
            types.forEach(this::addMessage);
            addChannel(topic, types);
            addOperation(action, topic, types);
        });
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

    private void addOperation(String action, String topic, Collection<String> types) {
        ObjectNode operation = operations.putObject(topic + "." + action).put("action", action);
        operation.set("channel", reference("#/channels/" + topic));
        ArrayNode named = operation.putArray("messages");
        types.forEach(type -> named.add(reference("#/channels/" + topic + "/messages/" + type)));
        if (action.equals("receive")) {
            ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
            kafka.putObject("groupId").put("type", "string").putArray("enum").add(service);
            kafka.put("bindingVersion", KAFKA_BINDING);
        }
    }

    private void addDeadLetters() {
        String topic = Topic.deadLettersOf(service);
        addChannel(topic, Set.of(DEAD_LETTER));
        addOperation("send", topic, Set.of(DEAD_LETTER));
    }

    private ObjectNode reference(String pointer) {
        return document.objectNode().put("$ref", pointer);
    }
}
