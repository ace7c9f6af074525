package io.fulfilment.messaging.codec;

import io.fulfilment.messaging.trace.MessageSpans;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parsers of single attributes. */
final class Attributes {

    private static final Pattern SEQUENCE_FORM = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern JSON_FORM = Pattern.compile("application/json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);

    private Attributes() {}

    /** Java would also take groups of other lengths, and signs. */
    static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not the canonical form of a UUID");
        }
        return uuid;
    }

    static long sequence(String text) {
        return Long.parseLong(matching(SEQUENCE_FORM, text));
    }

    static String version(String text) {
        if (!text.equals(CloudEvent.VERSION)) {
            throw new IllegalArgumentException("not version " + CloudEvent.VERSION);
        }
        return text;
    }

    static String json(String text) {
        return text.equals(CloudEvent.JSON) ? text : matching(JSON_FORM, text);
    }

    /** A trace context that can't be read is nobody's fault but loses the trace: W3C says to start anew. */
    static @Nullable String traceparent(@Nullable String text) {
        return MessageSpans.valid(text);
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("not of the form " + form);
        }
        return text;
    }
}
