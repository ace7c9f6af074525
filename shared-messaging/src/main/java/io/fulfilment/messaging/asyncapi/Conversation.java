package io.fulfilment.messaging.asyncapi;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.MessageHandlers.Handler;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.messaging.codec.KnownTypes;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which types a service sends and receives, by the name of their topic.
 *
 * @param received with the old versions that a handler gets upcast
 */
record Conversation(SortedMap<String, SortedSet<String>> sent, SortedMap<String, SortedSet<String>> received) {

    static Conversation of(Collection<Publishes> publishes, Collection<MessageHandlers> handlers) {
        var sent = new TreeMap<String, SortedSet<String>>();
        publishes.stream().flatMap(each -> each.types().stream()).forEach(type -> add(sent, TypeName.of(type), type));
        var received = new TreeMap<String, SortedSet<String>>();
        var handled = handlers.stream()
                .flatMap(each -> each.byType().values().stream())
                .map(Handler::type)
                .toList();
        handled.forEach(type -> add(received, TypeName.of(type), type));
        KnownTypes.around(handled).upcast().forEach((old, type) -> add(received, old, type));
        return new Conversation(sent, received);
    }

    private static void add(
            SortedMap<String, SortedSet<String>> byTopic, TypeName name, Class<? extends Message> type) {
        byTopic.computeIfAbsent(Topic.of(type).topicName(), _ -> new TreeSet<>())
                .add(name.toString());
    }
}
