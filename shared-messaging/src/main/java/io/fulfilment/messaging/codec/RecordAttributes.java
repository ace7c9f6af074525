package io.fulfilment.messaging.codec;

import io.fulfilment.messaging.codec.UnreadableRecordException.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The CloudEvents attributes of a record: each at most once, each clean text. Other headers don't matter. */
final class RecordAttributes {

    private static final int LONGEST = 1_024;

    private final Map<String, String> values;

    private RecordAttributes(Map<String, String> values) {
        this.values = values;
    }

    static RecordAttributes of(Headers headers) {
        var values = new HashMap<String, String>();
        for (Header header : headers) {
            if (CloudEvent.NAMES.contains(header.key()) && values.put(header.key(), text(header)) != null) {
                throw invalid(header.key(), "is there twice", null);
            }
        }
        return new RecordAttributes(values);
    }

    private static String text(Header header) {
        byte[] value = header.value();
        if (value == null || value.length == 0 || value.length > LONGEST) {
            throw invalid(header.key(), "is empty or too long", null);
        }
        try {
            return Utf8.strict(value);
        } catch (IllegalArgumentException e) {
            throw invalid(header.key(), "is no plain text", e);
        }
    }

    <T> T required(String name, Function<String, T> parser) {
        T value = optional(name, parser);
        if (value == null) {
            throw invalid(name, "is missing", null);
        }
        return value;
    }

    <T> @Nullable T optional(String name, Function<String, T> parser) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw invalid(name, "is invalid", e);
        }
    }

    private static UnreadableRecordException invalid(String name, String what, @Nullable Throwable cause) {
        return new UnreadableRecordException(Fault.INVALID_HEADERS, name + " " + what, cause);
    }
}
