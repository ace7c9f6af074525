package io.fulfilment.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows what is parked. */
public final class DeadLetters {

    private static final int MOST_GROUPS = 200;

    /** From message to message, as far as a page goes: each is looked up in its key, so that nobody reads all keys first. */
    private static final String LIST = "SELECT " + DeadLetterSummary.COLUMNS + """
            FROM held_message AS message
            WHERE NOT message.discarded AND %s AND message.id > ?
              AND (SELECT held.state FROM held_key AS held WHERE held.id = message.held_key) = 'PARKED'
            ORDER BY message.id LIMIT ?
            """;

    private static final String GROUPS = """
            SELECT topic, type, reason, nullif(error_class, '') AS error_name, count(*) AS keys, sum(messages) AS messages,
                   min(held_at) AS oldest, max(held_at) AS newest
            FROM (SELECT message.*, %s AS messages FROM %s WHERE held.state = 'PARKED') AS first
            GROUP BY topic, type, reason, error_name ORDER BY keys DESC, oldest LIMIT ?
            """.formatted(ParkedKeys.MESSAGES, ParkedKeys.FIRSTS);

    private static final String ONE = "SELECT " + DeadLetterSummary.COLUMNS + """
            , held.id AS key_id, held.state, message.discarded, message.headers, message.body, message.error,
            (SELECT count(*) FROM held_message AS other
             WHERE other.held_key = held.id AND NOT other.discarded AND other.id < message.id) AS before,
            (SELECT count(*) FROM held_message AS other
             WHERE other.held_key = held.id AND NOT other.discarded AND other.id > message.id) AS behind
            FROM held_message AS message JOIN held_key AS held ON held.id = message.held_key
            WHERE message.id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Acts acts;

    DeadLetters(JdbcTemplate jdbc, Acts acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** The messages of parked keys that come after one of them, the oldest first. */
    public List<DeadLetterSummary> list(DeadLetterFilter filter, long after, int limit) {
        var condition = Condition.of(filter);
        return jdbc.query(
                LIST.formatted(condition.sql()),
                (row, number) -> DeadLetterSummary.of(row),
                condition.valuesAnd(after, limit));
    }

    /** What parked keys stand still for, the most frequent first. */
    public List<DeadLetterGroup> groups() {
        return jdbc.query(
                GROUPS,
                (row, number) -> new DeadLetterGroup(
                        row.getString("topic"),
                        row.getString("type"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("error_name"),
                        row.getLong("keys"),
                        row.getLong("messages"),
                        Rows.instant(row, "oldest"),
                        Rows.instant(row, "newest")),
                MOST_GROUPS);
    }

    /** One, also while it is delivered again. */
    public Optional<DeadLetterWhole> find(long letter) {
        return jdbc.query(ONE, (row, number) -> whole(row), letter).stream().findFirst();
    }

    private DeadLetterWhole whole(ResultSet row) throws SQLException {
        return new DeadLetterWhole(
                DeadLetterSummary.of(row),
                State.valueOf(row.getString("state")),
                row.getBoolean("discarded"),
                Rows.headers(row),
                row.getBytes("body"),
                row.getString("error"),
                row.getLong("before"),
                row.getLong("behind"),
                acts.of(row.getLong("id"), row.getLong("key_id")));
    }
}
