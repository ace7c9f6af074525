package io.fulfilment.messaging.codec;

import io.fulfilment.events.Message;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which types may come on which topic: all those under the sealed parents of the types that are handled. An old version
 * without a handler is handled as the nearest newer version that has one.
 */
public final class KnownTypes {

    private final Map<String, Map<TypeName, Class<? extends Message>>> byTopic;
    private final Map<Class<?>, Class<? extends Message>> upcast;

    private KnownTypes(Set<Class<? extends Message>> known, Set<Class<? extends Message>> handled) {
        byTopic = known.stream()
                .collect(Collectors.groupingBy(
                        type -> Topic.of(type).topicName(), Collectors.toMap(TypeName::of, type -> type)));
        upcast = new HashMap<>();
        known.forEach(type -> {
            Class<? extends Message> newer = nearest(type, handled);
            if (newer != null && newer != type) {
                upcast.put(type, newer);
            }
        });
    }

    public static KnownTypes around(Collection<? extends Class<? extends Message>> handled) {
        return new KnownTypes(
                handled.stream()
                        .flatMap(type -> Stream.concat(Stream.of(type), relatives(type)))
                        .collect(Collectors.toSet()),
                Set.copyOf(handled));
    }

    /** The old versions without a handler, each with the class that it is handled as. */
    public Map<TypeName, Class<? extends Message>> upcast() {
        return upcast.entrySet().stream()
                .collect(Collectors.toMap(
                        old -> TypeName.of(old.getKey().asSubclass(Message.class)), Map.Entry::getValue));
    }

    @Nullable
    Class<? extends Message> on(String topic, TypeName type) {
        return byTopic.getOrDefault(topic, Map.of()).get(type);
    }

    /**
     * The message as it is handled: of the version that has a handler.
     *
     * @throws RuntimeException if an upcaster does, or leaves out what the newer version needs
     */
    Message asHandled(Message message) {
        Class<? extends Message> target = upcast.get(message.getClass());
        if (target == null) {
            return message;
        }
        Message current = message;
        while (current instanceof Superseded<?> old && !target.isInstance(current)) {
            current = old.upcast();
        }
        Completeness.check(current);
        return current;
    }

    private static @Nullable Class<? extends Message> nearest(
            Class<? extends Message> type, Set<Class<? extends Message>> handled) {
        Class<? extends Message> version = type;
        while (version != null && !handled.contains(version)) {
            version = Upcasters.targetOf(version);
        }
        return version;
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
