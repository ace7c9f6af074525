package io.fulfilment.messaging.consumer;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.MessageHandlers.Handler;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.KnownTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** All handlers of a service. */
final class HandlerRegistry {

    private final Map<TypeName, Handler<?>> handlers = new HashMap<>();

    HandlerRegistry(Collection<MessageHandlers> beans) {
        beans.forEach(bean -> bean.byType().forEach(this::add));
        if (handlers.isEmpty()) {
            throw new IllegalArgumentException("MessageHandlers without a handler");
        }
        KnownTypes.around(classes()).upcast().forEach((old, handled) -> add(old, handlerOf(TypeName.of(handled))));
    }

    private void add(TypeName type, Handler<?> handler) {
        if (handlers.putIfAbsent(type, handler) != null) {
            throw new IllegalArgumentException("two handlers for " + type);
        }
    }

    /** Old versions among them that are handled as newer ones. */
    Set<TypeName> types() {
        return Set.copyOf(handlers.keySet());
    }

    List<? extends Class<? extends Message>> classes() {
        return handlers.values().stream().map(Handler::type).toList();
    }

    String[] topics() {
        return classes().stream()
                .map(type -> Topic.of(type).topicName())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    /** What the messages of a type are given to, the same for all types that are handled together. */
    Consumer<List<Received<?>>> actionOf(TypeName type) {
        return untyped(handlerOf(type).action());
    }

    private Handler<?> handlerOf(TypeName type) {
        return Objects.requireNonNull(handlers.get(type));
    }

    /** What was read for a type is of the class that its handler names, upcast if need be. */
    @SuppressWarnings("unchecked")
    private static Consumer<List<Received<?>>> untyped(Consumer<?> action) {
        return (Consumer<List<Received<?>>>) action;
    }
}
