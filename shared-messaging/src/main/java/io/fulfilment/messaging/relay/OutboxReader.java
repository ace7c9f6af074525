package io.fulfilment.messaging.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** The relay's view of the outbox. Rows are claimed by not being published, never by their place. */
final class OutboxReader {

    /** A key with a blocked row stands still; so does a topic set aside. */
    private static final String UNPUBLISHED = """
            SELECT id, message_id, topic, message_key, sequence, type, correlation_id, causation_id, traceparent,
                   headers, body, appended_at
            FROM outbox AS waiting
            WHERE published_at IS NULL AND blocked_reason IS NULL AND topic <> ALL (?)
              AND NOT EXISTS (SELECT FROM outbox AS blocked
                              WHERE blocked.blocked_reason IS NOT NULL
                                AND blocked.topic = waiting.topic AND blocked.message_key = waiting.message_key)
            ORDER BY id LIMIT ?
            """;

    private static final String MARK =
            "UPDATE outbox SET published_at = clock_timestamp() WHERE id = ANY (?) AND published_at IS NULL";

    private static final String BLOCK = "UPDATE outbox SET blocked_reason = ? WHERE id = ? AND published_at IS NULL";

    private final JdbcTemplate jdbc;

    OutboxReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<UnpublishedRow> unpublished(int most, Collection<String> exceptTopics) {
        return jdbc.query(
                UNPUBLISHED, (row, number) -> map(row), new SqlArrayValue("text", exceptTopics.toArray()), most);
    }

    void markPublished(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.update(MARK, new SqlArrayValue("int8", ids.toArray()));
        }
    }

    void block(long id, String reason) {
        jdbc.update(BLOCK, reason, id);
    }

    private static UnpublishedRow map(ResultSet row) throws SQLException {
        return new UnpublishedRow(
                row.getLong("id"),
                row.getObject("message_id", UUID.class),
                new UnpublishedRow.Key(row.getString("topic"), row.getString("message_key")),
                row.getLong("sequence"),
                row.getString("type"),
                row.getObject("correlation_id", UUID.class),
                row.getObject("causation_id", UUID.class),
                row.getString("traceparent"),
                row.getString("headers"),
                row.getBytes("body"),
                row.getObject("appended_at", OffsetDateTime.class).toInstant());
    }
}
