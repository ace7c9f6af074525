package io.fulfilment.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are delivered again, and how far that has come.
 *
 * @param at when it was decided
 * @param filter what was asked for; or {@code deadLetterId}, a single one
 * @param messages that waited in these keys and were asked for
 * @param waiting keys that are still to be delivered, or tried again
 * @param redriven keys of which all that was asked for has been handled
 * @param parkedAgain keys of which a message has failed again, as often as a message is tried
 * @param stopped keys that were parked again because somebody stopped it
 * @param done whether nothing waits
 */
public record Redrive(
        long id,
        Instant at,
        String by,
        String reason,
        @Nullable DeadLetterFilter filter,
        @Nullable Long deadLetterId,
        int perSecond,
        long keys,
        long messages,
        long waiting,
        long redriven,
        long parkedAgain,
        long stopped,
        boolean done) {

    static Redrive of(ResultSet row) throws SQLException {
        long waiting = row.getLong("waiting");
        return new Redrive(
                row.getLong("id"),
                Rows.instant(row, "at"),
                row.getString("operator"),
                row.getString("reason"),
                Rows.filter(row),
                row.getObject("letter", Long.class),
                row.getInt("per_second"),
                row.getLong("keys"),
                row.getLong("messages"),
                waiting,
                row.getLong("redriven"),
                row.getLong("parked_again"),
                row.getLong("stopped"),
                waiting == 0);
    }
}
