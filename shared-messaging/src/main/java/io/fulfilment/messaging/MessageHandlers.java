package io.fulfilment.messaging;

import io.fulfilment.events.Message;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.trace.LogFields;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a service does with the messages that it receives; each bean of this type adds to it. The topics to subscribe to
 * follow from the types. Types under the same sealed parent that have no handler are passed over; types that the parent
 * doesn't know are parked.
 *
 * <p>A handler also gets the messages of older versions of its type ({@link Superseded}), upcast; their envelopes keep the
 * type that they came with. A version that has a handler of its own, which names it, goes to that one as it is.
 *
 * <p>A handler runs in the transaction that records its messages as handled. It gets each message once in effect, in the
 * order of its key. It must leave nothing behind that a rollback doesn't undo: a batch whose transaction fails is taken
 * apart and handled again.
 *
 * {@snippet :
 * MessageHandlers.with()
 *         .batch(InventoryCommand.class, stock::handle)
 *         .each(ProductPriced.class, received -> priceList.on(received.message()))
 *         .build();
 * }
 */
public final class MessageHandlers {

    private final Map<TypeName, Handler<?>> handlers;

    private MessageHandlers(Map<TypeName, Handler<?>> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    public static Builder with() {
        return new Builder();
    }

    /** The handlers by the type that each handles. */
    public Map<TypeName, Handler<?>> byType() {
        return handlers;
    }

    /**
     * Handles batches.
     *
     * @param type the record that bodies of one type are read into
     * @param action gets at least one message, and at most one for each subject of a topic; handlers that share it have
     *     their messages in one list
     */
    public record Handler<M extends Message>(Class<? extends M> type, Consumer<List<Received<M>>> action) {}

    /** Collects handlers. */
    public static final class Builder {

        private final Map<TypeName, Handler<?>> handlers = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Handles many messages at once; the list has at most one message for each subject of a topic.
         *
         * @param type a record, or a sealed parent: then the list has messages of all of its records together, those of
         *     superseded ones as what they are upcast to
         * @throws IllegalArgumentException if a type is no message's, or has a handler already
         */
        public <M extends Message> Builder batch(Class<M> type, Consumer<List<Received<M>>> action) {
            return batch(List.of(type), action);
        }

        /** As {@link #batch(Class, Consumer)}, for messages of several types together. */
        public <M extends Message> Builder batch(
                Collection<? extends Class<? extends M>> types, Consumer<List<Received<M>>> action) {
            types.stream()
                    .flatMap(type -> Builder.<M>records(type))
                    .distinct()
                    .forEach(type -> add(new Handler<>(type, action)));
            return this;
        }

        /** Handles messages one by one; the type is as for {@link #batch(Class, Consumer)}. */
        public <M extends Message> Builder each(Class<M> type, Consumer<Received<M>> action) {
            return batch(
                    type,
                    batch -> batch.forEach(received -> {
                        try (var _ = LogFields.of(received.envelope())) {
                            action.accept(received);
                        }
                    }));
        }

        private void add(Handler<?> handler) {
            if (handlers.putIfAbsent(TypeName.of(handler.type()), handler) != null) {
                throw new IllegalArgumentException("two handlers for " + TypeName.of(handler.type()));
            }
        }

        private static <M extends Message> Stream<Class<? extends M>> records(Class<? extends M> type) {
            return type.isSealed()
                    ? Arrays.stream(type.getPermittedSubclasses())
                            .filter(child -> !Superseded.class.isAssignableFrom(child))
                            .flatMap(child -> Builder.<M>records(child.asSubclass(type)))
                    : Stream.of(type);
        }

        public MessageHandlers build() {
            return new MessageHandlers(handlers);
        }
    }
}
