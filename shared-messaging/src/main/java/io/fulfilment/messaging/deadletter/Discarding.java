package io.fulfilment.messaging.deadletter;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Decides that dead letters have no effect. Their places in the sequence count as taken, of what can't be read the place that it
 * claims, if that is the next. A key of which nothing else is left goes on at once; others stand still for what is left.
 */
public final class Discarding {

    private static final String EXTENT = """
            SELECT count(DISTINCT message.held_key) AS keys, count(*) AS messages
            FROM held_message AS message JOIN held_key AS held ON held.id = message.held_key
            WHERE held.state = 'PARKED' AND NOT message.discarded AND %s
            """;

    /** In the order in which consumers lock them. */
    private static final String LOCK = """
            SELECT held.id FROM held_key AS held WHERE held.state = 'PARKED' AND EXISTS (
                SELECT FROM held_message AS message WHERE message.held_key = held.id AND NOT message.discarded AND %s)
            ORDER BY held.topic, held.message_key, held.id FOR UPDATE
            """;

    /**
     * Of keys that are locked. What couldn't be read has the place that it claims from now on, if it claims one. Each message is in
     * the record by itself, for its row won't be there any more.
     */
    private static final String DISCARD = """
            WITH discarded AS (
                UPDATE held_message AS message SET discarded = true,
                    source = CASE WHEN message.sequence > 0 THEN coalesce(message.source, (
                        SELECT header ->> 'value' FROM jsonb_array_elements(message.headers) WITH ORDINALITY AS numbered (header, position)
                        WHERE header ->> 'name' = 'ce_source' ORDER BY position DESC LIMIT 1)) END,
                    subject = coalesce(message.subject, message.message_key)
                FROM held_key AS held
                WHERE held.id = message.held_key AND held.state = 'PARKED' AND NOT message.discarded AND %%s AND held.id = ANY (?)
                RETURNING message.id, message.held_key, message.message_id, message.topic, message.message_key
            ), touched AS (
                SELECT held_key, count(*) AS messages FROM discarded GROUP BY held_key
            ), freed AS (
                UPDATE held_key AS held SET gap_before = %s, state = 'RETRYING', due_at = clock_timestamp()
                FROM touched
                WHERE held.id = touched.held_key
                  AND touched.messages = (SELECT count(*) FROM held_message AS message
                                          WHERE message.held_key = touched.held_key AND NOT message.discarded)
            ), noted AS (
                INSERT INTO dead_letter_act (operator, act, reason, filter, letter, message_id, topic, message_key, keys, messages)
                SELECT ?, 'DISCARD', ?, ?::jsonb, id, message_id, topic, message_key, 1, 1 FROM discarded ORDER BY id
            )
            SELECT (SELECT count(*) FROM touched) AS keys, (SELECT count(*) FROM discarded) AS messages
            """.formatted(ParkedKeys.GAP_BEFORE);

    private final JdbcTemplate jdbc;
    private final ActTransaction transaction;
    private final Runnable afterwards;

    /** @param afterwards told when keys may be due */
    Discarding(JdbcTemplate jdbc, ActTransaction transaction, Runnable afterwards) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.afterwards = afterwards;
    }

    /** How much {@link #discard(DeadLetterFilter, Decision)} would be about now. */
    public Extent extent(DeadLetterFilter filter) {
        return query(EXTENT, Condition.of(filter));
    }

    /** @throws DeadLetterRefused if it isn't parked */
    public Extent discard(long letter, Decision decision) {
        return act(() -> {
            long key = new ParkedKeys(jdbc).lockKeyOf(letter);
            return discard(List.of(key), new Condition("message.id = ?", List.of(letter)), null, decision);
        });
    }

    /** Discards the messages that the filter finds, wherever they stand in their keys. */
    public Extent discard(DeadLetterFilter filter, Decision decision) {
        return act(() -> {
            var condition = Condition.of(filter);
            List<Long> keys = jdbc.query(
                    LOCK.formatted(condition.sql()),
                    (row, number) -> row.getLong(1),
                    condition.values().toArray());
            return discard(keys, condition, filter, decision);
        });
    }

    private Extent act(Supplier<Extent> act) {
        Extent discarded = transaction.execute(act);
        afterwards.run();
        return discarded;
    }

    private Extent discard(List<Long> keys, Condition condition, @Nullable DeadLetterFilter filter, Decision decision) {
        var locked = new SqlArrayValue("int8", keys.toArray());
        return query(DISCARD, condition, locked, decision.by(), decision.reason(), Rows.json(filter));
    }

    private Extent query(String sql, Condition condition, @Nullable Object... after) {
        return Objects.requireNonNull(jdbc.queryForObject(
                sql.formatted(condition.sql()),
                (row, number) -> new Extent(row.getLong("keys"), row.getLong("messages")),
                condition.valuesAnd(after)));
    }
}
