package io.fulfilment.messaging.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has parked keys delivered again, in the current transaction: a few statements, however many keys. */
final class RedriveTable {

    private static final String BEGIN = """
            INSERT INTO redrive (operator, reason, filter, letter, per_second) VALUES (?, ?, ?::jsonb, ?, ?) RETURNING id
            """;

    private static final String CHOOSE = """
            INSERT INTO redrive_key (redrive, held_key, topic, message_key, messages)
            SELECT ?, held.id, held.topic, message.message_key,
                   (SELECT count(*) FROM held_message AS message LEFT JOIN held_message AS until ON until.id = ?::bigint
                    WHERE message.held_key = held.id AND NOT message.discarded AND %s)
            FROM %s WHERE held.state = 'PARKED' AND %%s
            """.formatted(HeldMessage.UP_TO, ParkedKeys.FIRSTS);

    /** In the order in which consumers lock them. */
    private static final String LOCK = """
            SELECT count(*) FROM (
                SELECT FROM held_key JOIN redrive_key ON redrive_key.held_key = held_key.id WHERE redrive_key.redrive = ?
                ORDER BY held_key.topic, held_key.message_key, held_key.id FOR UPDATE OF held_key
            ) AS locked
            """;

    /** The pace is in the times at which they are due. */
    private static final String SCHEDULE = """
            UPDATE held_key AS held SET
                state = 'RETRYING', held_since = clock_timestamp(), redrive = ?, redrive_until = ?,
                due_at = statement_timestamp() + chosen.rank * interval '1 second' / ?,
                gap_before = %s
            FROM (SELECT held_key, row_number() OVER (ORDER BY held_key) - 1 AS rank FROM redrive_key WHERE redrive = ?) AS chosen
            WHERE held.id = chosen.held_key AND held.state = 'PARKED'
            """.formatted(ParkedKeys.GAP_BEFORE);

    /** Somebody else was first. Looked up key by key: a comparison that an index on redrives could answer would read all of them. */
    private static final String LEAVE_OUT = """
            DELETE FROM redrive_key WHERE redrive = ?
              AND NOT EXISTS (SELECT FROM held_key WHERE held_key.id = redrive_key.held_key
                              AND held_key.redrive IS NOT DISTINCT FROM redrive_key.redrive)
            """;

    /** Each message is tried as often as one that has just come. */
    private static final String ANEW = """
            UPDATE held_message SET attempts = 0
            WHERE attempts > 0 AND held_key IN (SELECT held_key FROM redrive_key WHERE redrive = ?)
            """;

    private static final String SUM = """
            UPDATE redrive SET keys = chosen.keys, messages = chosen.messages
            FROM (SELECT count(*) AS keys, coalesce(sum(messages), 0) AS messages FROM redrive_key WHERE redrive = ?) AS chosen
            WHERE redrive.id = ? RETURNING redrive.keys, redrive.messages
            """;

    private static final String LOCK_WAITING = """
            SELECT count(*) FROM (
                SELECT FROM held_key WHERE redrive = ? ORDER BY topic, message_key, id FOR UPDATE
            ) AS locked
            """;

    /** What stands only behind another that has gone stands still for the same as before. */
    private static final String PARK = """
            UPDATE held_key SET state = 'PARKED', due_at = NULL, redrive = NULL, redrive_until = NULL,
                   gap_before = CASE WHEN held_key.reason <> 'SEQUENCE_GAP' THEN held_key.gap_before END,
                   reason = CASE WHEN first.reason = 'BEHIND_PARKED' THEN held_key.reason ELSE first.reason END
            FROM held_key AS stopped, LATERAL (
                SELECT standing.reason FROM held_message AS standing
                WHERE standing.held_key = stopped.id AND NOT standing.discarded ORDER BY standing.id LIMIT 1) AS first
            WHERE stopped.redrive = ? AND held_key.id = stopped.id
            """;

    /** Where all that is left is discarded, there is nothing to stand still for. */
    private static final String GO_ON = """
            WITH going AS (
                UPDATE held_key SET redrive = NULL, redrive_until = NULL, held_since = clock_timestamp(), due_at = clock_timestamp()
                WHERE redrive = ? RETURNING id
            )
            UPDATE redrive_key SET outcome = 'REDRIVEN' FROM going
            WHERE redrive_key.redrive = ? AND redrive_key.held_key = going.id
            """;

    /** Of what still waits, all keys were parked just now: how others ended is noted with their end. */
    private static final String STOPPED = """
            WITH stopped AS (
                UPDATE redrive_key SET outcome = 'STOPPED' WHERE redrive = ? AND outcome = 'WAITING' RETURNING messages
            )
            SELECT count(*) AS keys, coalesce(sum(messages), 0) AS messages FROM stopped
            """;

    private final JdbcTemplate jdbc;

    RedriveTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which keys.
     *
     * @param letter the one that was asked for; null for all that the filter finds
     * @param until the message up to which; null for all of them
     */
    record Choice(
            Condition condition,
            @Nullable DeadLetterFilter filter,
            @Nullable Long letter,
            @Nullable Long until) {}

    long begin(Choice choice, int perSecond, Decision decision) {
        long id = Objects.requireNonNull(jdbc.queryForObject(
                BEGIN,
                Long.class,
                decision.by(),
                decision.reason(),
                Rows.json(choice.filter()),
                choice.letter(),
                perSecond));
        var chosen = new ArrayList<@Nullable Object>();
        chosen.add(id);
        chosen.add(choice.until());
        chosen.addAll(choice.condition().values());
        int found = jdbc.update(CHOOSE.formatted(choice.condition().sql()), chosen.toArray());
        jdbc.queryForObject(LOCK, Long.class, id);
        if (jdbc.update(SCHEDULE, id, choice.until(), perSecond, id) < found) {
            jdbc.update(LEAVE_OUT, id);
        }
        jdbc.update(ANEW, id);
        return id;
    }

    Extent sum(long id) {
        return extent(jdbc.query(SUM, (row, number) -> new Extent(row.getLong(1), row.getLong(2)), id, id));
    }

    /** Waits for what is being delivered at this moment, and for nothing else. */
    Extent stop(long id) {
        jdbc.queryForObject(LOCK_WAITING, Long.class, id);
        jdbc.update(PARK, id);
        jdbc.update(GO_ON, id, id);
        return extent(jdbc.query(STOPPED, (row, number) -> new Extent(row.getLong(1), row.getLong(2)), id));
    }

    private static Extent extent(List<Extent> found) {
        return found.getFirst();
    }
}
