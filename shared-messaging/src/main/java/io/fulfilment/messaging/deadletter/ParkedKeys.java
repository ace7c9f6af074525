package io.fulfilment.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys that stand still. Who has locked one sees it as it is, and nobody else changes it, until the transaction ends. */
public final class ParkedKeys {

    /** Each key as {@code held}, with the message that it stands still for. */
    static final String FIRSTS = """
            held_key AS held CROSS JOIN LATERAL (
                SELECT * FROM held_message AS standing WHERE standing.held_key = held.id AND NOT standing.discarded
                ORDER BY (standing.reason = 'BEHIND_PARKED'), standing.id LIMIT 1
            ) AS message
            """;

    /** How many messages of a key wait. */
    static final String MESSAGES = """
            (SELECT count(*) FROM held_message AS waiting WHERE waiting.held_key = held.id AND NOT waiting.discarded)
            """;

    /**
     * The message before which a key, as {@code held}, goes on over a gap when it is redriven: that which it stands still for, or an
     * earlier one of its sender.
     */
    static final String GAP_BEFORE = """
            CASE WHEN held.reason = 'SEQUENCE_GAP' THEN
                (SELECT behind.id FROM held_message AS behind
                 WHERE behind.held_key = held.id AND NOT behind.discarded
                   AND behind.source = (SELECT first.source FROM held_message AS first
                                        WHERE first.held_key = held.id AND NOT first.discarded ORDER BY first.id LIMIT 1)
                 ORDER BY behind.sequence, behind.id LIMIT 1)
            ELSE held.gap_before END
            """;

    /** A key is locked before its messages are looked at: by whom we may have to wait for, they are changed. */
    private static final String LOCK_OF = """
            SELECT held.state = 'PARKED' AS parked FROM held_key AS held
            WHERE held.id = (SELECT held_key FROM held_message WHERE id = ?) FOR UPDATE
            """;

    private static final String LETTER =
            "SELECT message.held_key, message.discarded FROM held_message AS message WHERE message.id = ?";

    private static final String LOCK = "SELECT FROM held_key WHERE id = ? FOR UPDATE";

    /** As it would be redriven. */
    private static final String PARKED = """
            SELECT id, topic, message_key, %s AS gap_before FROM held_key AS held WHERE id = ? AND state = 'PARKED'
            """.formatted(GAP_BEFORE);

    private static final String WAITING = "SELECT " + DeadLetterSummary.COLUMNS + """
            FROM held_message AS message WHERE message.held_key = ? AND NOT message.discarded ORDER BY message.id LIMIT ?
            """;

    private final JdbcTemplate jdbc;

    public ParkedKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the key of a dead letter; returns its id.
     *
     * @throws DeadLetterRefused if that isn't parked, or is discarded
     */
    long lockKeyOf(long letter) {
        List<Boolean> parked = jdbc.query(LOCK_OF, (row, number) -> row.getBoolean("parked"), letter);
        return jdbc.query(LETTER, (row, number) -> standing(parked, row.getLong(1), row.getBoolean(2)), letter).stream()
                .findFirst()
                .orElseThrow(DeadLetterRefused.Gone::new);
    }

    private static long standing(List<Boolean> parked, long key, boolean discarded) {
        if (!parked.contains(true)) {
            throw new DeadLetterRefused.NotNow("Its key is being delivered again");
        }
        if (discarded) {
            throw new DeadLetterRefused.NotNow("It is discarded");
        }
        return key;
    }

    /** Locks a key, if it stands still. */
    public Optional<HeldKey> lock(long key) {
        jdbc.query(LOCK, row -> {}, key);
        return jdbc
                .query(
                        PARKED,
                        (row, number) -> new HeldKey(
                                row.getLong("id"),
                                row.getString("topic"),
                                row.getString("message_key"),
                                false,
                                row.getObject("gap_before", Long.class),
                                null),
                        key)
                .stream()
                .findFirst();
    }

    /** Its first messages, in the order in which they came. */
    public List<DeadLetterSummary> messages(long key, int most) {
        return jdbc.query(WAITING, (row, number) -> DeadLetterSummary.of(row), key, most);
    }
}
