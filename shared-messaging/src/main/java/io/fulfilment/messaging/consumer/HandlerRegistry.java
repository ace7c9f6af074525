package io.fulfilment.messaging.consumer;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.MessageHandlers.Handler;
import io.fulfilment.messaging.Received;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All handlers of a service. */
final class HandlerRegistry {

    private final Map<TypeName, Handler<?>> handlers = new HashMap<>();

    HandlerRegistry(Collection<MessageHandlers> beans) {
        beans.forEach(bean -> bean.byType().forEach(this::add));
        if (handlers.isEmpty()) {
            throw new IllegalArgumentException("MessageHandlers without a handler");
        }
    }

    private void add(TypeName type, Handler<?> handler) {
        if (handlers.putIfAbsent(type, handler) != null) {
            throw new IllegalArgumentException("two handlers for " + type);
        }
    }

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

    void handle(TypeName type, List<Received<?>> received) {
        accept(Objects.requireNonNull(handlers.get(type)), received);
    }

    /** What was read for a type is of the class that its handler names. */
    @SuppressWarnings("unchecked")
    private static <M extends Message> void accept(Handler<M> handler, List<Received<?>> received) {
        handler.action().accept((List<Received<M>>) (List<?>) received);
    }
}
