package io.fulfilment.messaging;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a service does with the messages that it receives; each bean of this type adds to it. The topics to subscribe to
 * follow from the types. Types under the same sealed parent that have no handler are passed over; types that the parent
 * doesn't know are parked.
 *
 * <p>A handler runs in the transaction that records its messages as handled. It gets each message once in effect, in the
 * order of its key. It must leave nothing behind that a rollback doesn't undo: a batch whose transaction fails is taken
 * apart and handled again.
 *
 * {@snippet :
 * MessageHandlers.with()
 *         .batch(ReserveStock.class, reserveStock::handle)
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
     * Handles batches of one type.
     *
     * @param type the record that bodies of this type are read into
     * @param action gets at least one message, and at most one for each subject
     */
    public record Handler<M extends Message>(Class<M> type, Consumer<List<Received<M>>> action) {}

    /** Collects handlers. */
    public static final class Builder {

        private final Map<TypeName, Handler<?>> handlers = new LinkedHashMap<>();

        private Builder() {}

        /** Handles many messages of a type at once; the list has at most one message for each subject. */
        public <M extends Message> Builder batch(Class<M> type, Consumer<List<Received<M>>> action) {
            if (handlers.putIfAbsent(TypeName.of(type), new Handler<>(type, action)) != null) {
                throw new IllegalArgumentException("two handlers for " + TypeName.of(type));
            }
            return this;
        }

        /** Handles the messages of a type one by one. */
        public <M extends Message> Builder each(Class<M> type, Consumer<Received<M>> action) {
            return batch(type, batch -> batch.forEach(action));
        }

        public MessageHandlers build() {
            return new MessageHandlers(handlers);
        }
    }
}
