package io.fulfilment.messaging.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record, whole. The arrays are the record's own: not to be changed.
 *
 * @param timestamp the record's, in milliseconds
 */
public record StoredRecord(
        RecordSink.Partition partition,
        long offset,
        Instant timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    /** One of possibly several headers of a name. */
    public record Header(String name, byte @Nullable [] value) {}

    /** The last header of a name as UTF-8 text, or null. */
    public @Nullable String header(String name) {
        return headers.reversed().stream()
                .filter(header -> header.name().equals(name) && header.value() != null)
                .findFirst()
                .map(header -> new String(header.value(), java.nio.charset.StandardCharsets.UTF_8))
                .orElse(null);
    }
}
