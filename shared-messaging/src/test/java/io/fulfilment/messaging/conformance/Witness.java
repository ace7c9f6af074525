package io.fulfilment.messaging.conformance;

import io.fulfilment.events.Topic;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Sees in the database of a run what faults do to it, and does there what others do than its service. */
final class Witness {

    /** Safe to repeat. */
    private static final String SEND = """
            INSERT INTO sent (message_id, topic, message_key)
            SELECT message_id, ?, ? FROM unnest(?::uuid[]) WITH ORDINALITY AS added (message_id, position)
            WHERE NOT EXISTS (SELECT FROM sent WHERE sent.message_id = added.message_id)
            ORDER BY position
            """;

    private static final String HAS_WAITED =
            "SELECT count(*) FROM held_before WHERE message_key = ? AND state = 'WAITING'";

    private static final String HELD = "SELECT count(DISTINCT (topic, message_key)) FROM held_before WHERE state = ?";

    private static final String UNPUBLISHED =
            "SELECT count(*) FROM outbox_pending JOIN outbox USING (slot, id) WHERE topic = ?";

    private static final String BLOCKED = "SELECT reason FROM outbox_blocked WHERE message_key = ?";

    private static final String UNBLOCK = "DELETE FROM outbox_blocked WHERE message_key = ?";

    private static final String UNPUBLISHED_OF_KEY =
            "SELECT count(*) FROM outbox_pending JOIN outbox USING (slot, id) WHERE message_key = ?";

    private static final String TAKEN_OVER = "SELECT count(*) FROM taken_over";

    private static final String REASSIGNED = """
            SELECT count(*) FROM (
                SELECT taken_by <> lag(taken_by) OVER (PARTITION BY topic, partition ORDER BY record_offset) AS by_another
                FROM inbox) AS taken
            WHERE by_another
            """;

    private final JdbcTemplate jdbc;

    Witness(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes in the books what somebody else is going to send, in this order. */
    void send(String key, List<UUID> ids) {
        jdbc.update(SEND, Topic.INVENTORY_COMMANDS.topicName(), key, new SqlArrayValue("uuid", ids.toArray()));
    }

    /** Whether a key was held for a message that was missing. */
    boolean hasWaited(String key) {
        return count(HAS_WAITED, key) > 0;
    }

    /** How many keys were held like that, be it for a while. */
    long held(String state) {
        return count(HELD, state);
    }

    /** How much isn't published yet. */
    long unpublished(String topic) {
        return count(UNPUBLISHED, topic);
    }

    /** Why the relay doesn't go on with these keys. */
    List<String> blocked(String key) {
        return jdbc.query(BLOCKED, (row, number) -> row.getString(1), key);
    }

    /**
     * As an operator does who has mended the reason.
     *
     * @return whether nothing of the key is left
     */
    boolean unblock(String key) {
        jdbc.update(UNBLOCK, key);
        return count(UNPUBLISHED_OF_KEY, key) == 0;
    }

    /** How often a group of shards went over from a replica that had gone silent. */
    long takenOver() {
        return count(TAKEN_OVER);
    }

    /** How often the next record of a partition was taken by another process than the one before. */
    long reassigned() {
        return count(REASSIGNED);
    }

    private long count(String sql, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments));
    }
}
