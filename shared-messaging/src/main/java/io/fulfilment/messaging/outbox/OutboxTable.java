package io.fulfilment.messaging.outbox;

import java.time.OffsetDateTime;
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
            ), stored AS (
                INSERT INTO outbox (slot, shard, message_id, topic, message_key, sequence, type, correlation_id,
                                    causation_id, traceparent, headers, body)
                SELECT (SELECT slot FROM outbox_ring), shard, message_id, topic, message_key,
                       last + 1 - row_number() OVER (PARTITION BY topic, message_key ORDER BY position DESC),
                       type, correlation_id, causation_id, traceparent, headers::jsonb, body
                FROM added JOIN counted USING (topic, message_key)
                ORDER BY position
                RETURNING id, slot, shard, sequence, appended_at
            ), waiting AS (
                INSERT INTO outbox_pending (id, slot, shard)
                SELECT id, slot, shard FROM stored ORDER BY id
            )
            SELECT id, sequence, appended_at FROM stored ORDER BY id
            """;

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the rows as they stand in the table, in the same order. */
    List<StoredRow> insert(List<OutboxRow> rows) {
        return jdbc.query(
                INSERT,
                (stored, number) -> new StoredRow(
                        rows.get(number),
                        stored.getLong(1),
                        stored.getLong(2),
                        stored.getObject(3, OffsetDateTime.class).toInstant()),
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
