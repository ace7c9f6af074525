package io.fulfilment.messaging.codec;

import io.fulfilment.events.Message;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import org.jspecify.annotations.Nullable;

/** What old versions become, as the types of their upcasters say. */
final class Upcasters {

    private static final String UPCAST = "upcast";

    private Upcasters() {}

    /**
     * The class that a version is upcast to; null for the newest.
     *
     * @throws IllegalArgumentException if it isn't a later version of the same message, so that there is always an end
     */
    static @Nullable Class<? extends Message> targetOf(Class<? extends Message> type) {
        if (!Superseded.class.isAssignableFrom(type)) {
            return null;
        }
        Class<? extends Message> target = returned(type);
        TypeName older = TypeName.of(type);
        TypeName newer = TypeName.of(target);
        if (!newer.name().equals(older.name())
                || newer.version() <= older.version()
                || Topic.of(target) != Topic.of(type)) {
            throw new IllegalArgumentException(newer + " is no later version of " + older);
        }
        return target;
    }

    /** The method of the record itself: the one that the interface's erasure asks for returns any message. */
    private static Class<? extends Message> returned(Class<? extends Message> type) {
        try {
            return type.getMethod(UPCAST).getReturnType().asSubclass(Message.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no upcaster", e);
        }
    }
}
