package io.fulfilment.archive.application;

import io.fulfilment.messaging.archive.StoredRecord;
import io.fulfilment.messaging.archive.StoredRecord.Header;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers read with suspicion: whatever could not be stored or searched for counts as missing. */
record CloudEventAttributes(Map<String, byte[]> headers) {

    /** Within what an index entry may hold, in any script. */
    private static final int MAX_LENGTH = 255;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER_FORM = Pattern.compile("[0-9]{1,18}");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Of headers with the same name, the last counts. */
    static CloudEventAttributes of(StoredRecord stored) {
        var headers = new HashMap<String, byte[]>();
        for (Header header : stored.headers()) {
            if (header.value() != null) {
                headers.put(header.name(), header.value());
            }
        }
        return new CloudEventAttributes(headers);
    }

    @Nullable
    String text(String name) {
        byte @Nullable [] bytes = headers.get(name);
        if (bytes == null || bytes.length == 0 || bytes.length > 4 * MAX_LENGTH) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean storable = text.length() <= MAX_LENGTH && text.indexOf('\0') < 0 && text.indexOf('\uFFFD') < 0;
        return storable ? text : null;
    }

    @Nullable
    UUID uuid(String name) {
        @Nullable String text = text(name);
        return text != null && UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    @Nullable
    Long number(String name) {
        @Nullable String text = text(name);
        return text != null && NUMBER_FORM.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    Instant time(String name, Instant otherwise) {
        @Nullable Instant stated = instant(name);
        return stated != null && isStorable(stated) ? stated : nearest(otherwise);
    }

    private @Nullable Instant instant(String name) {
        @Nullable String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isStorable(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    private static Instant nearest(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }
}
