package io.fulfilment.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided.
 *
 * @param at by the database's clock
 * @param by the operator
 * @param deadLetterId the dead letter that it is about, with {@code messageId}, {@code topic} and {@code key}; null where it is
 *     about many
 * @param redriveId the redrive that it began or stopped
 * @param filter what many it is about
 */
public record Act(
        long id,
        Instant at,
        String by,
        Kind act,
        @Nullable String reason,
        @Nullable Long deadLetterId,
        @Nullable UUID messageId,
        @Nullable String topic,
        @Nullable String key,
        @Nullable Long redriveId,
        @Nullable DeadLetterFilter filter,
        long keys,
        long messages) {

    /** What can be decided. */
    public enum Kind {
        REDRIVE,
        /** Ends a redrive early. */
        STOP,
        DISCARD,
        /** Changes nothing. */
        REHEARSE
    }

    static Act of(ResultSet row) throws SQLException {
        return new Act(
                row.getLong("id"),
                Rows.instant(row, "at"),
                row.getString("operator"),
                Kind.valueOf(row.getString("act")),
                row.getString("reason"),
                row.getObject("letter", Long.class),
                row.getObject("message_id", UUID.class),
                row.getString("topic"),
                row.getString("message_key"),
                row.getObject("redrive", Long.class),
                Rows.filter(row),
                row.getLong("keys"),
                row.getLong("messages"));
    }
}
