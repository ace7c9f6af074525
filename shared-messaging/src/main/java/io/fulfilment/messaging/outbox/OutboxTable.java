package io.fulfilment.messaging.outbox;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes to the outbox. */
final class OutboxTable {

    /**
     * Keys are locked in one order, so that writers don't deadlock. Rows get their ids and sequences while their key is
     * locked until the commit: within a key, ids rise in the order of the commits.
     */
    private static final String INSERT = """
            WITH added AS (
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::uuid[], ?::uuid[],
                                     ?::text[], ?::text[], ?::bytea[]) WITH ORDINALITY
                    AS added (message_id, topic, message_key, shard, type, correlation_id, causation_id,
                              traceparent, headers, body, position)
            ), counted AS (
                INSERT INTO outbox_sequence AS sequence (topic, message_key, last)
                SELECT topic, message_key, count(*) FROM added GROUP BY topic, message_key ORDER BY topic, message_key
                ON CONFLICT (topic, message_key) DO UPDATE SET last = sequence.last + excluded.last
                RETURNING topic, message_key, last
            )
            INSERT INTO outbox (message_id, topic, message_key, shard, sequence, type, correlation_id, causation_id,
                                traceparent, headers, body)
            SELECT message_id, topic, message_key, shard,
                   last + 1 - row_number() OVER (PARTITION BY topic, message_key ORDER BY position DESC),
                   type, correlation_id, causation_id, traceparent, headers::jsonb, body
            FROM added JOIN counted USING (topic, message_key)
            ORDER BY position
            """;

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<OutboxRow> rows) {
        jdbc.update(
                INSERT,
                column("uuid", rows, OutboxRow::messageId),
                column("text", rows, OutboxRow::topic),
                column("text", rows, OutboxRow::key),
                column("int2", rows, OutboxRow::shard),
                column("text", rows, OutboxRow::type),
                column("uuid", rows, OutboxRow::correlationId),
                column("uuid", rows, OutboxRow::causationId),
                column("text", rows, OutboxRow::traceparent),
                column("text", rows, OutboxRow::headers),
                bodies(rows));
    }

    private static SqlArrayValue column(
            String type, List<OutboxRow> rows, Function<OutboxRow, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    private static SqlArrayValue bodies(List<OutboxRow> rows) {
        return new SqlArrayValue(
                "bytea", (Object[]) rows.stream().map(OutboxRow::body).toArray(byte[][]::new));
    }
}
