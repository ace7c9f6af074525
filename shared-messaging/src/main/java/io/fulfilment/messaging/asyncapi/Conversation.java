package io.fulfilment.messaging.asyncapi;

import io.fulfilment.events.Message;
import io.fulfilment.events.Reply;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.Answers;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.MessageHandlers.Handler;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.messaging.codec.KnownTypes;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which types a service sends and receives, by the name of their topic.
 *
 * @param received with the old versions that a handler gets upcast
 * @param answered of what is sent, the types that answer it, by the type that they answer
 */
record Conversation(
        SortedMap<String, SortedSet<String>> sent,
        SortedMap<String, SortedSet<String>> received,
        SortedMap<String, Answered> answered) {

    /** Where the answers to a command come. */
    record Answered(String topic, SortedSet<String> types) {}

    /** @throws IllegalArgumentException if there are answers that are not received, or answers to what is not sent */
    static Conversation of(
            Collection<Publishes> publishes, Collection<MessageHandlers> handlers, Collection<Answers> answers) {
        var sent = new TreeMap<String, SortedSet<String>>();
        publishes.stream().flatMap(each -> each.types().stream()).forEach(type -> add(sent, TypeName.of(type), type));
        var received = new TreeMap<String, SortedSet<String>>();
        var handled = handlers.stream()
                .flatMap(each -> each.byType().values().stream())
                .map(Handler::type)
                .toList();
        handled.forEach(type -> add(received, TypeName.of(type), type));
        KnownTypes.around(handled).upcast().forEach((old, type) -> add(received, old, type));
        var answered = new TreeMap<String, Answered>();
        answers.stream()
                .reduce(new Answers(Map.of()), Answers::and)
                .byCommand()
                .forEach((command, replies) -> answered.put(TypeName.of(command).toString(), answered(replies)));
        var conversation = new Conversation(sent, received, answered);
        conversation.check();
        return conversation;
    }

    private void check() {
        answered.forEach((command, answers) -> {
            if (sent.values().stream().noneMatch(types -> types.contains(command))
                    || !received.getOrDefault(answers.topic(), new TreeSet<>()).containsAll(answers.types())) {
                throw new IllegalArgumentException(
                        command + " is not sent, or not all of " + answers + " are received");
            }
        });
    }

    private static Answered answered(Set<Class<? extends Reply>> replies) {
        var byTopic = new TreeMap<String, SortedSet<String>>();
        replies.forEach(reply -> add(byTopic, TypeName.of(reply), reply));
        if (byTopic.size() != 1) {
            throw new IllegalArgumentException("answers to a command come on one topic: " + byTopic);
        }
        return new Answered(byTopic.firstKey(), byTopic.firstEntry().getValue());
    }

    private static void add(
            SortedMap<String, SortedSet<String>> byTopic, TypeName name, Class<? extends Message> type) {
        byTopic.computeIfAbsent(Topic.of(type).topicName(), _ -> new TreeSet<>())
                .add(name.toString());
    }
}
