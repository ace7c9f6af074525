package io.fulfilment.messaging;

import io.fulfilment.events.Message;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a service sends, as {@link MessageHandlers} say what it receives. From both follows the description of the service for
 * those who want to talk with it; a service that says so sends nothing else.
 *
 * {@snippet :
 * Publishes.of(InventoryEvent.class, InventoryReply.class)
 * }
 */
public final class Publishes {

    private final Set<Class<? extends Message>> types;

    private Publishes(Set<Class<? extends Message>> types) {
        this.types = types;
    }

    /** @param types records, or sealed parents that stand for all of their records */
    @SafeVarargs
    public static Publishes of(Class<? extends Message>... types) {
        var records = new HashSet<Class<? extends Message>>();
        for (Class<? extends Message> type : types) {
            records(type).forEach(records::add);
        }
        return new Publishes(Set.copyOf(records));
    }

    private static Stream<Class<? extends Message>> records(Class<? extends Message> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(child -> records(child.asSubclass(Message.class)))
                : Stream.of(type);
    }

    /** The records. */
    public Set<Class<? extends Message>> types() {
        return types;
    }
}
