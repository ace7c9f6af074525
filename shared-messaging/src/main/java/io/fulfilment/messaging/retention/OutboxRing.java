package io.fulfilment.messaging.retention;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns the outbox from slot to slot, and empties a slot before it is written again: what was published long enough ago goes
 * as a whole. What still waits in it moves to the slot that is written; while much waits, nothing turns.
 */
final class OutboxRing {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRing.class);

    private static final int SLOTS = 8;

    /** Rows that may be moved while the slot is locked. */
    private static final int MOST_MOVED = 10_000;

    private static final String NEXT = """
            SELECT slot, rotated_at, rotated_at < clock_timestamp() - ? * interval '1 millisecond' FROM outbox_ring
            """;

    /** One of several replicas does it. */
    private static final String CLAIM =
            "SELECT FROM outbox_ring WHERE slot = ? AND rotated_at = ? FOR UPDATE SKIP LOCKED";

    /** Not waited for: who publishes would have to wait behind us. */
    private static final String LOCK = "LOCK TABLE outbox_%d IN ACCESS EXCLUSIVE MODE NOWAIT";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The youngest row is the one with the highest id, but for those that were moved. */
    private static final String YOUNG = """
            SELECT coalesce((SELECT appended_at FROM outbox WHERE slot = ? ORDER BY id DESC LIMIT 1)
                            > clock_timestamp() - ? * interval '1 millisecond', false)
            """;

    private static final String WAITING =
            "SELECT count(*) FROM (SELECT FROM outbox_pending WHERE slot = ? LIMIT ?) AS waiting";

    /** Row by row: what seems better by statistics, of which a slot has none, reads all of it. */
    private static final String MOVE = """
            WITH moved AS (
                INSERT INTO outbox (id, slot, shard, message_id, topic, message_key, sequence, type, correlation_id,
                                    causation_id, traceparent, headers, body, appended_at)
                OVERRIDING SYSTEM VALUE
                SELECT waiting.id, ?, waiting.shard, message_id, topic, message_key, sequence, type, correlation_id, causation_id,
                       traceparent, headers, body, appended_at
                FROM outbox_pending AS pending,
                     LATERAL (SELECT * FROM outbox WHERE slot = pending.slot AND id = pending.id OFFSET 0) AS waiting
                WHERE pending.slot = ?
            )
            UPDATE outbox_pending SET slot = ? WHERE slot = ?
            """;

    private static final String EMPTY = "TRUNCATE outbox_%d";

    /** After an outage, what was published late is kept for as long as anything. */
    private static final String POSTPONE =
            "UPDATE outbox_ring SET rotated_at = clock_timestamp() + ? * interval '1 millisecond'";

    private static final String TURN = "UPDATE outbox_ring SET slot = ?, rotated_at = clock_timestamp()";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Duration kept;
    private final @Nullable ArchivedSlots archived;

    /**
     * @param kept how long a row stays at least
     * @param archived null if rows go whether or not they are archived
     */
    OutboxRing(JdbcTemplate jdbc, TransactionTemplate transaction, Duration kept, @Nullable ArchivedSlots archived) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.kept = kept;
        this.archived = archived;
    }

    /** The turn that is next: from a slot that has been written since then, and whether it is time. */
    record Turn(int from, OffsetDateTime since, boolean due) {

        /** The slot that is emptied, and then written. */
        int to() {
            return (from + 1) % SLOTS;
        }
    }

    /** Counts rows that wait to be published, if there aren't very many. */
    @FunctionalInterface
    interface Waiting {

        long in(int slot);
    }

    /** Safe to call at any time; returns whether another slot is written from now on. */
    boolean turn() {
        try {
            Turn next = next();
            if (archived != null && waiting(next.to()) <= MOST_MOVED && !archived.contain(next, this::waiting)) {
                return false;
            }
            return next.due() && Boolean.TRUE.equals(transaction.execute(status -> turn(next)));
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                LOG.debug("A slot of the outbox is in use; it is emptied later");
                return false;
            }
            throw e;
        }
    }

    /** For how long rows have been kept that would have gone but for the archive. */
    double secondsKept() {
        return archived == null ? 0 : archived.secondsKept();
    }

    private Turn next() {
        return Objects.requireNonNull(jdbc.queryForObject(
                NEXT,
                (row, number) -> new Turn(row.getInt(1), row.getObject(2, OffsetDateTime.class), row.getBoolean(3)),
                pause()));
    }

    /** The slot that is written and the one that is emptied aside, all together are kept long enough. */
    private long pause() {
        return kept.toMillis() / (SLOTS - 2);
    }

    private boolean turn(Turn next) {
        if (jdbc.queryForList(CLAIM, next.from(), next.since()).isEmpty()) {
            return false;
        }
        if (waiting(next.to()) > MOST_MOVED) {
            jdbc.update(POSTPONE, kept.toMillis() - pause());
            return false;
        }
        if (isYoung(next.to())) {
            return false;
        }
        jdbc.execute(LOCK.formatted(next.to()));
        // Once more, for whoever held the slot may have written to it.
        long waiting = waiting(next.to());
        if (isYoung(next.to()) || waiting > MOST_MOVED) {
            return false;
        }
        if (archived != null && !archived.stillContain(next, waiting)) {
            return false;
        }
        jdbc.update(MOVE, next.from(), next.to(), next.from(), next.to());
        jdbc.execute(EMPTY.formatted(next.to()));
        jdbc.update(TURN, next.to());
        return true;
    }

    private boolean isYoung(int slot) {
        return Boolean.TRUE.equals(jdbc.queryForObject(YOUNG, Boolean.class, slot, kept.toMillis()));
    }

    private long waiting(int slot) {
        Long count = jdbc.queryForObject(WAITING, Long.class, slot, MOST_MOVED + 1);
        return count == null ? 0 : count;
    }
}
