package io.fulfilment.messaging.deadletter;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The held keys that are due, each with its messages in their order. All of it is part of the current transaction. */
public final class HeldQueue {

    private static final int MOST_AT_ONCE = 1_000;

    /** Who claims a key keeps it until the transaction ends; what comes to it meanwhile waits for that. */
    private static final String CLAIM = """
            SELECT id, topic, message_key, gap_before, redrive, redrive_until,
                   state = 'WAITING' AND held_since < statement_timestamp() - ? * interval '1 millisecond' AS overdue
            FROM held_key WHERE due_at <= statement_timestamp() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String REMOVE = "DELETE FROM held_message WHERE id = ?";
    private static final String REMOVE_KEY = """
            DELETE FROM held_key WHERE id = ?
              AND NOT EXISTS (SELECT FROM held_message WHERE held_message.held_key = held_key.id)
            """;

    /** The others have their turn first; what is missing next has its own time. */
    private static final String GO_ON = """
            UPDATE held_key SET held_since = clock_timestamp(), due_at = clock_timestamp() WHERE id = ? AND due_at IS NOT NULL
            """;

    private static final String NOW_READABLE =
            "UPDATE held_message SET source = ?, subject = ?, sequence = ? WHERE id = ?";

    private static final String PUT_ASIDE = """
            WITH alone AS (
                INSERT INTO held_key (topic, state, reason)
                SELECT topic, 'PARKED', 'OUT_OF_SEQUENCE' FROM held_message WHERE id = ?
                RETURNING id
            )
            UPDATE held_message SET held_key = alone.id, reason = 'OUT_OF_SEQUENCE' FROM alone WHERE held_message.id = ?
            """;

    private static final String WAIT = """
            UPDATE held_key SET state = 'WAITING', reason = 'SEQUENCE_GAP',
                   held_since = CASE state WHEN 'WAITING' THEN held_since ELSE clock_timestamp() END,
                   due_at = CASE state WHEN 'WAITING' THEN held_since ELSE clock_timestamp() END + ? * interval '1 millisecond'
            WHERE id = ?
            """;
    private static final String GIVE_UP = """
            WITH parked AS (
                UPDATE held_key SET state = 'PARKED', due_at = NULL, held_since = clock_timestamp(), redrive = NULL,
                                    redrive_until = NULL
                WHERE id = ?
                RETURNING id, reason
            )
            UPDATE held_message SET reason = parked.reason
            FROM parked
            WHERE held_message.id = (SELECT min(first.id) FROM held_message AS first
                                     WHERE first.held_key = parked.id AND NOT first.discarded)
            """;

    /** Before its message, as whoever delivers does. */
    private static final String LOCK = "SELECT FROM held_key WHERE id = ? FOR UPDATE";

    private static final String FAIL = """
            WITH failed AS (
                UPDATE held_message SET attempts = ?, reason = ?, error_class = ?, error = ?
                WHERE id = ? AND attempts = ? AND NOT discarded
                RETURNING held_key
            ), held AS (
                UPDATE held_key
                SET state = CASE WHEN pause.millis IS NULL THEN 'PARKED' ELSE 'RETRYING' END,
                    reason = ?, due_at = clock_timestamp() + pause.millis * interval '1 millisecond',
                    held_since = clock_timestamp(),
                    redrive = CASE WHEN pause.millis IS NOT NULL THEN redrive END,
                    redrive_until = CASE WHEN pause.millis IS NOT NULL THEN redrive_until END
                FROM failed, (SELECT ?::bigint AS millis) AS pause
                WHERE held_key.id = failed.held_key AND due_at IS NOT NULL
                RETURNING id, old.redrive, state
            )
            UPDATE redrive_key SET outcome = 'PARKED_AGAIN' FROM held
            WHERE held.state = 'PARKED' AND redrive_key.redrive = held.redrive AND redrive_key.held_key = held.id
            """;
    /** What its key stands still for is the one that failed. */
    private static final String STANDS_BEHIND = """
            UPDATE held_message SET reason = 'BEHIND_PARKED' WHERE held_key = ? AND id <> ? AND reason = 'SEQUENCE_GAP'
            """;

    private static final String POSTPONE = """
            UPDATE held_key SET held_since = clock_timestamp(), due_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE id = ? AND due_at IS NOT NULL
            """;

    /** By the ids, each looked up: a join could be planned for an empty table. Changes of the clock by less than a second are none. */
    static final String BEGIN_ANEW = """
            UPDATE held_key SET due_at = statement_timestamp() + (due_at - held_since), held_since = statement_timestamp()
            WHERE id = ANY (ARRAY(SELECT id FROM held_key
                                  WHERE due_at IS NOT NULL AND held_since > statement_timestamp() + interval '1 second'
                                  ORDER BY held_since LIMIT ? FOR UPDATE SKIP LOCKED))
            """;

    private static final String UNTIL_DUE =
            "SELECT ceil(extract(epoch FROM min(due_at) - clock_timestamp()) * 1000)::bigint FROM held_key WHERE due_at IS NOT NULL";

    private static final RowMapper<HeldKey> KEY = (row, number) -> new HeldKey(
            row.getLong("id"),
            row.getString("topic"),
            row.getString("message_key"),
            row.getBoolean("overdue"),
            row.getObject("gap_before", Long.class),
            redriven(row.getObject("redrive", Long.class), row.getObject("redrive_until", Long.class)));

    private final JdbcTemplate jdbc;
    private final RedriveEnds redrives;
    private final Duration longestGap;
    private final Turns turns;

    /**
     * @param longestGap how long a message that is missing is waited for
     * @param joinsLate whether the first message of a sender and subject that comes is their first
     */
    public HeldQueue(JdbcTemplate jdbc, Duration longestGap, boolean joinsLate) {
        this.jdbc = jdbc;
        this.redrives = new RedriveEnds(jdbc);
        this.longestGap = longestGap;
        this.turns = new Turns(jdbc, joinsLate);
    }

    private static HeldKey.@Nullable Redriven redriven(@Nullable Long id, @Nullable Long until) {
        return id == null ? null : new HeldKey.Redriven(id, until);
    }

    /** The key that is due for the longest time, and that nobody else has claimed. */
    public Optional<HeldKey> claim() {
        return jdbc.query(CLAIM, KEY, longestGap.toMillis()).stream().findFirst();
    }

    /** Its next message, but for what stands behind a gap. */
    public Optional<HeldMessage> next(HeldKey key) {
        return turns.next(key);
    }

    /** The message no longer waits; nor does its key, if it was the last. If it was the last of a redrive, its key is parked again. */
    public void done(HeldKey key, HeldMessage message) {
        jdbc.update(REMOVE, message.id());
        goOn(key, message);
    }

    /** A message turned out to be another in a place that is taken: it stands by itself from now on, and holds up nothing. */
    public void putAside(HeldKey key, HeldMessage message) {
        jdbc.update(PUT_ASIDE, message.id(), message.id());
        goOn(key, message);
    }

    private void goOn(HeldKey key, HeldMessage message) {
        if (jdbc.update(REMOVE_KEY, key.id()) > 0) {
            redrives.ended(key, RedriveEnds.Outcome.REDRIVEN);
        } else {
            jdbc.update(GO_ON, key.id());
            redrives.reached(key, message);
        }
    }

    /** What couldn't be read when it came can be read now, and so has a place in its sequence. */
    public void nowReadable(HeldMessage message, HeldMessage.Place place) {
        jdbc.update(NOW_READABLE, place.source(), place.subject(), place.sequence(), message.id());
    }

    /** All that is left of a key is behind a gap: it waits for its time, then it is parked. */
    public void awaitMissing(HeldKey key) {
        if (jdbc.update(REMOVE_KEY, key.id()) > 0) {
            redrives.ended(key, RedriveEnds.Outcome.REDRIVEN);
        } else if (key.overdue()) {
            jdbc.update(GIVE_UP, key.id());
            redrives.ended(key, RedriveEnds.Outcome.PARKED_AGAIN);
        } else {
            jdbc.update(WAIT, longestGap.toMillis(), key.id());
        }
    }

    /**
     * A message has failed, again. Without effect if somebody else has seen to it meanwhile.
     *
     * @param pause before the next attempt; null for none: its key is parked
     */
    public void failed(HeldKey key, HeldMessage message, Reason reason, Throwable error, @Nullable Duration pause) {
        jdbc.query(LOCK, row -> {}, key.id());
        jdbc.update(
                FAIL,
                message.attempts() + 1,
                reason.name(),
                error.getClass().getName(),
                Traces.of(error),
                message.id(),
                message.attempts(),
                reason.name(),
                pause == null ? null : pause.toMillis());
        if (pause == null) {
            jdbc.update(STANDS_BEHIND, key.id(), message.id());
        }
    }

    /** Not the message's fault: it is tried again, and that doesn't count. */
    public void postpone(HeldKey key, Duration pause) {
        jdbc.update(POSTPONE, pause.toMillis(), key.id());
    }

    /** Lets what is held since later than now wait from now on: the database's clock was set back. In transactions of its own. */
    public void beginAnew() {
        int begun;
        do {
            begun = jdbc.update(BEGIN_ANEW, MOST_AT_ONCE);
        } while (begun == MOST_AT_ONCE);
    }

    /** How long until a key is due, at most so long. */
    public Duration untilDue(Duration most) {
        Long millis = jdbc.queryForObject(UNTIL_DUE, Long.class);
        return millis == null || millis >= most.toMillis() ? most : Duration.ofMillis(Math.max(0, millis));
    }
}
