package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.database.ReadCommitted;
import io.fulfilment.messaging.relay.UnpublishedRow.Key;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits to be published. Rows are claimed by standing in the queue, never by their place. */
final class OutboxQueue {

    /** Rows on the way from the database at a time; each may be as large as a record, whatever those before it were. */
    private static final int FETCH = 100;

    /** In bytes: rows of this size together are read no further, however few. */
    static final int MUCH = 2 * 1024 * 1024;

    private static final int MOST_KEYS = 10_000;

    /** A key with a blocked row stands still; so does a topic set aside. */
    private static final String WAITING = """
            SELECT pending.id, message_id, topic, message_key, sequence, type, correlation_id, causation_id, traceparent,
                   headers, body, appended_at
            FROM outbox_pending AS pending,
                 LATERAL (SELECT * FROM outbox WHERE outbox.slot = pending.slot AND outbox.id = pending.id OFFSET 0) AS waiting
            WHERE topic <> ALL (?)%s
              AND pending.id NOT IN (SELECT unnest(?::bigint[]))
              AND NOT EXISTS (SELECT FROM outbox_blocked AS blocked
                              WHERE blocked.topic = waiting.topic AND blocked.message_key = waiting.message_key)
            ORDER BY pending.id LIMIT ?
            """;

    /**
     * From the oldest row on, one by one: what else may seem better for a short queue, or by the statistics of yesterday, takes
     * for ever with a long one.
     */
    static final String IN_ORDER = """
            SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
            SET LOCAL jit = off
            """;

    private static final String REMOVE = "DELETE FROM outbox_pending WHERE id = ANY (?)";

    private static final String BLOCK = """
            INSERT INTO outbox_blocked (topic, message_key, id, reason)
            SELECT ?, ?, id, ? FROM outbox_pending WHERE id = ? ON CONFLICT DO NOTHING
            """;

    private static final String BLOCKED = "SELECT topic, message_key FROM outbox_blocked LIMIT ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    OutboxQueue(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        // A snapshot is taken behind the locks: no slot is emptied between the two.
        this.transaction = ReadCommitted.template(new JdbcTransactionManager(database), database);
    }

    /** Rows from the oldest on, as of one instant, and whether there may be more. */
    record Oldest(List<UnpublishedRow> rows, boolean more) {}

    /**
     * Reads as many rows as are wanted, or as are much together.
     *
     * @param onTheirWay rows that stand in the queue and are left out
     */
    Oldest oldest(int most, Shards shards, Collection<String> exceptTopics, Collection<UnpublishedRow> onTheirWay) {
        ResultSetExtractor<Oldest> extractor = rows -> oldest(rows, most);
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.execute(IN_ORDER);
            return jdbc.query(connection -> waiting(connection, shards, exceptTopics, onTheirWay, most), extractor);
        }));
    }

    private static Oldest oldest(ResultSet rows, int most) throws SQLException {
        var oldest = new ArrayList<UnpublishedRow>();
        int bytes = 0;
        while (bytes < MUCH && rows.next()) {
            UnpublishedRow next = map(rows);
            oldest.add(next);
            bytes += next.size();
        }
        return new Oldest(oldest, bytes >= MUCH || oldest.size() == most);
    }

    private static PreparedStatement waiting(
            Connection connection,
            Shards shards,
            Collection<String> exceptTopics,
            Collection<UnpublishedRow> onTheirWay,
            int most)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(waiting(shards));
        statement.setFetchSize(FETCH);
        int parameter = 0;
        statement.setArray(++parameter, connection.createArrayOf("text", exceptTopics.toArray()));
        if (!shards.equals(Shards.ALL)) {
            statement.setArray(++parameter, connection.createArrayOf("int2", shards.numbers()));
        }
        Object[] left = onTheirWay.stream().map(UnpublishedRow::id).toArray();
        statement.setArray(++parameter, connection.createArrayOf("int8", left));
        statement.setInt(++parameter, most);
        return statement;
    }

    static String waiting(Shards shards) {
        return WAITING.formatted(shards.equals(Shards.ALL) ? "" : " AND pending.shard = ANY (?)");
    }

    void remove(Collection<Long> ids) {
        jdbc.update(REMOVE, new SqlArrayValue("int8", ids.toArray()));
    }

    /** Unless somebody has published it meanwhile. */
    void block(UnpublishedRow row, String reason) {
        jdbc.update(BLOCK, row.key().topic(), row.key().subject(), reason, row.id());
    }

    /** The keys that stand still, or at least many of them. */
    Set<Key> blockedKeys() {
        return new HashSet<>(
                jdbc.query(BLOCKED, (row, number) -> new Key(row.getString(1), row.getString(2)), MOST_KEYS));
    }

    /** By the places of the columns: their names would be looked up for each row. */
    private static UnpublishedRow map(ResultSet row) throws SQLException {
        return new UnpublishedRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                new Key(row.getString(3), row.getString(4)),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10),
                row.getBytes(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
