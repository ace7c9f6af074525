package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.HeadersJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits.
 *
 * @param wasReadable whether it was read as a message when it came, and so is noted as received; or was discarded unread, and has
 *     the place that it claims
 * @param reason why it waits, as it was last
 * @param attempts how often it was tried
 * @param discarded whether somebody has decided that it has no effect
 * @param heldAt since when it waits
 * @param overGap whether it is delivered although others before it are missing
 */
public record HeldMessage(
        long id,
        ConsumerRecord<byte[], byte[]> origin,
        boolean wasReadable,
        Reason reason,
        int attempts,
        boolean discarded,
        Instant heldAt,
        boolean overGap) {

    /** A place in a sequence. */
    public record Place(String source, String subject, long sequence) {}

    /** The place that it claims to have, whether or not it could be read; null if none. */
    public @Nullable Place claimed() {
        String source = RecordFacts.source(origin);
        String subject = RecordFacts.key(origin);
        Long sequence = RecordFacts.sequence(origin);
        return source == null || subject == null || sequence == null ? null : new Place(source, subject, sequence);
    }

    /** The columns that {@link #of} reads. */
    static final String COLUMNS = """
            message.id, message.topic, message.partition, message.record_offset, message.record_timestamp, message.key,
            message.headers, message.body, message.source, message.reason, message.attempts, message.discarded, message.held_at
            """;

    /**
     * Whether a message comes no later than the one up to which a key is redriven, if there is one: {@code until}. In the order of
     * the sequence, where both have the same.
     */
    static final String UP_TO = """
            (until.id IS NULL OR CASE WHEN message.source = until.source THEN message.sequence <= until.sequence
                                      ELSE message.id <= until.id END)
            """;

    static HeldMessage of(ResultSet row) throws SQLException {
        return new HeldMessage(
                row.getLong("id"),
                new ConsumerRecord<>(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getObject("record_timestamp", OffsetDateTime.class)
                                .toInstant()
                                .toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        ConsumerRecord.NULL_SIZE,
                        ConsumerRecord.NULL_SIZE,
                        row.getBytes("key"),
                        row.getBytes("body"),
                        new RecordHeaders(HeadersJson.read(Objects.requireNonNull(row.getString("headers")))),
                        Optional.empty()),
                row.getString("source") != null,
                Reason.valueOf(row.getString("reason")),
                row.getInt("attempts"),
                row.getBoolean("discarded"),
                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                false);
    }

    HeldMessage behindGap() {
        return new HeldMessage(id, origin, wasReadable, reason, attempts, discarded, heldAt, true);
    }
}
