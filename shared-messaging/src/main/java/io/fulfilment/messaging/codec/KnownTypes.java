package io.fulfilment.messaging.codec;

import io.fulfilment.events.Message;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which types may come on which topic: all those under the sealed parents of the types that are handled. */
public final class KnownTypes {

    private final Map<String, Map<TypeName, Class<? extends Message>>> byTopic;

    private KnownTypes(Map<String, Map<TypeName, Class<? extends Message>>> byTopic) {
        this.byTopic = byTopic;
    }

    public static KnownTypes around(Collection<? extends Class<? extends Message>> handled) {
        return new KnownTypes(handled.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), relatives(type)))
                .distinct()
                .collect(Collectors.groupingBy(
                        type -> Topic.of(type).topicName(), Collectors.toMap(TypeName::of, type -> type))));
    }

    @Nullable
    Class<? extends Message> on(String topic, TypeName type) {
        return byTopic.getOrDefault(topic, Map.of()).get(type);
    }

    private static Stream<Class<? extends Message>> relatives(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .filter(Message.class::isAssignableFrom)
                .flatMap(parent -> parent.isSealed() && parent.isAnnotationPresent(PublishedTo.class)
                        ? records(parent)
                        : relatives(parent));
    }

    private static Stream<Class<? extends Message>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KnownTypes::records)
                : Stream.of(type.asSubclass(Message.class));
    }
}
