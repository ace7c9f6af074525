package io.fulfilment.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list.
 *
 * @param key of the record; null where it has none
 * @param reason why it waits
 * @param error the class of what it failed with; null where it didn't fail itself
 * @param parkedAt when it was put aside first
 */
public record DeadLetterSummary(
        long id,
        @Nullable UUID messageId,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable Long sequence,
        @Nullable String type,
        Reason reason,
        @Nullable String error,
        int attempts,
        Instant parkedAt) {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS = """
            message.id, message.message_id, message.topic, message.partition, message.record_offset, message.message_key,
            message.sequence, message.type, message.reason, nullif(message.error_class, '') AS error_name, message.attempts,
            message.held_at
            """;

    static DeadLetterSummary of(ResultSet row) throws SQLException {
        return new DeadLetterSummary(
                row.getLong("id"),
                row.getObject("message_id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("message_key"),
                row.getObject("sequence", Long.class),
                row.getString("type"),
                Reason.valueOf(row.getString("reason")),
                row.getString("error_name"),
                row.getInt("attempts"),
                Rows.instant(row, "held_at"));
    }
}
