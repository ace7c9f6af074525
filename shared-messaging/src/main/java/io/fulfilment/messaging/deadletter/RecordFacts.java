package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.CloudEvent;
import io.fulfilment.messaging.codec.Utf8;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What can be told of a record that nobody vouches for. */
final class RecordFacts {

    private static final int LONGEST = 500;

    private RecordFacts() {}

    static @Nullable String key(ConsumerRecord<byte[], byte[]> origin) {
        return Utf8.lenient(origin.key(), LONGEST);
    }

    static @Nullable String type(ConsumerRecord<byte[], byte[]> origin) {
        return text(origin, CloudEvent.TYPE);
    }

    static @Nullable String source(ConsumerRecord<byte[], byte[]> origin) {
        return text(origin, CloudEvent.SOURCE);
    }

    static @Nullable UUID id(ConsumerRecord<byte[], byte[]> origin) {
        String text = text(origin, CloudEvent.ID);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable Long sequence(ConsumerRecord<byte[], byte[]> origin) {
        String text = text(origin, CloudEvent.SEQUENCE);
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable String text(ConsumerRecord<byte[], byte[]> origin, String name) {
        Header header = origin.headers().lastHeader(name);
        return header == null ? null : Utf8.lenient(header.value(), LONGEST);
    }
}
