package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Utf8;
import org.jspecify.annotations.Nullable;

/** What keeps its order, and stands still together. Records without a key share none. */
record MessageKey(String topic, @Nullable String key, long keylessOffset) {

    private static final int LONGEST = 500;
    private static final long KEYED = -1;

    static MessageKey of(Incoming incoming) {
        var origin = incoming.origin();
        return origin.key() == null
                ? new MessageKey(origin.topic() + "-" + origin.partition(), null, origin.offset())
                : of(origin.topic(), Utf8.lenient(origin.key(), LONGEST));
    }

    static MessageKey of(String topic, @Nullable String key) {
        return new MessageKey(topic, key, KEYED);
    }
}
