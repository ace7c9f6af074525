package io.fulfilment.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.silent.WithoutRelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WithoutRelay
class RetentionIT {

    private static final int SMALL_BATCH = 3;
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final OutboxRing ring;
    private final Retention retention;

    @Autowired
    RetentionIT(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ring = new OutboxRing(jdbc, transaction, HOUR, null);
        this.retention = new Retention(
                jdbc,
                ring,
                new RetentionSettings(
                        HOUR, Duration.ofDays(14), Duration.ofDays(400), Duration.ofMinutes(1), SMALL_BATCH, ""));
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("DELETE FROM outbox");
        jdbc.update("DELETE FROM inbox");
        jdbc.update("DELETE FROM dead_letter_act");
        jdbc.update("DELETE FROM redrive_key");
        jdbc.update("DELETE FROM redrive");
        jdbc.update("UPDATE outbox_ring SET slot = 7, rotated_at = now() - interval '11 minutes'");
    }

    @Test
    void publishedRowsGoWithTheirSlotAfterAWhile() {
        outbox(0, "old", "61 minutes");
        outbox(0, "older", "70 minutes");
        outbox(1, "old, of the next slot", "60 minutes");
        outbox(7, "young", "1 minute");

        assertThat(ring.turn()).isTrue();

        assertThat(keys()).containsExactly("old, of the next slot", "young");
        assertThat(slot()).isZero();
    }

    @Test
    void itTurnsSixTimesInTheTimeThatRowsAreKept() {
        assertThat(ring.turn()).isTrue();
        assertThat(ring.turn()).isFalse();
        jdbc.update("UPDATE outbox_ring SET rotated_at = now() - interval '9 minutes'");
        assertThat(ring.turn()).isFalse();
        jdbc.update("UPDATE outbox_ring SET rotated_at = now() - interval '601 seconds'");
        assertThat(ring.turn()).isTrue();
        assertThat(slot()).isEqualTo(1);
    }

    @Test
    void autovacuumLeavesAllSlotsAlone() {
        assertThat(jdbc.queryForList("""
                        SELECT array_to_string(reloptions, ' ') FROM pg_class JOIN pg_inherits ON inhrelid = pg_class.oid
                        WHERE inhparent = 'outbox'::regclass
                        """, String.class)).hasSize(8).containsOnly("autovacuum_enabled=off");
    }

    @Test
    void aSlotThatIsYoungIsNotEmptied() {
        outbox(0, "young", "59 minutes");

        assertThat(ring.turn()).isFalse();

        assertThat(keys()).containsExactly("young");
        assertThat(slot()).isEqualTo(7);
    }

    @Test
    void whatWaitsMovesOnAndIsKept() {
        outbox(0, "published", "3 hours");
        waiting(0, "blocked", "2 hours");
        outbox(7, "young", "1 minute");

        assertThat(ring.turn()).isTrue();

        assertThat(keys()).containsExactly("blocked", "young");
        assertThat(jdbc.queryForList("""
                        SELECT message_key || ' in ' || slot FROM outbox_pending JOIN outbox USING (slot, id)
                        """, String.class)).containsExactly("blocked in 7");
    }

    @Test
    void whileMuchWaitsItDoesNotTurn() {
        jdbc.update("""
                INSERT INTO outbox_pending (id, slot, shard) SELECT -place, 0, 0 FROM generate_series(1, 10001) AS place
                """);

        assertThat(ring.turn()).isFalse();
        assertThat(slot()).isEqualTo(7);

        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("UPDATE outbox_ring SET rotated_at = rotated_at - interval '59 minutes'");
        assertThat(ring.turn()).isFalse();
        jdbc.update("UPDATE outbox_ring SET rotated_at = rotated_at - interval '61 seconds'");
        assertThat(ring.turn()).isTrue();
    }

    @Test
    void aSlotIntoWhichSomebodyStillWritesIsLeftAlone() {
        transaction.executeWithoutResult(status -> {
            outbox(0, "not committed", "2 hours");
            assertThat(onAnotherThread()).isFalse();
        });

        assertThat(keys()).containsExactly("not committed");
    }

    @Test
    void aSlotThatSomebodyStillReadsIsLeftAlone() {
        outbox(0, "old", "2 hours");
        transaction.executeWithoutResult(status -> {
            keys();
            assertThat(onAnotherThread()).isFalse();
        });

        assertThat(keys()).containsExactly("old");
        assertThat(ring.turn()).isTrue();
    }

    private boolean onAnotherThread() {
        return CompletableFuture.supplyAsync(ring::turn).join();
    }

    @Test
    void oneOfTwoReplicasTurnsIt() {
        transaction.executeWithoutResult(status -> {
            jdbc.query("SELECT slot FROM outbox_ring FOR UPDATE", row -> {});
            assertThat(onAnotherThread()).isFalse();
        });
        assertThat(ring.turn()).isTrue();
    }

    @Test
    void messagesAreForgottenLongAfterTheyCame() {
        inbox("15 days");
        inbox("15 days");
        inbox("15 days");
        inbox("15 days");
        inbox("13 days");

        assertThat(retention.forgetMessages()).isEqualTo(4);
    }

    @Test
    void actsAreForgottenLongAfterTheyWereDecided() {
        for (int i = 0; i < 4; i++) {
            act("401 days");
        }
        act("399 days");

        assertThat(retention.forgetActs()).isEqualTo(4);
    }

    @Test
    void redrivesAreForgottenWithTheirKeysOnceTheyAreOver() {
        redrive("401 days", "REDRIVEN", "REDRIVEN", "PARKED_AGAIN", "STOPPED");
        redrive("401 days");
        long young = redrive("399 days", "REDRIVEN");
        long goesOn = redrive("401 days", "REDRIVEN", "WAITING");

        assertThat(retention.forgetActs()).isEqualTo(2);

        assertThat(jdbc.queryForList("SELECT id FROM redrive ORDER BY id", Long.class))
                .containsExactly(young, goesOn);
        assertThat(jdbc.queryForList("SELECT redrive FROM redrive_key ORDER BY redrive", Long.class))
                .containsExactly(young, goesOn, goesOn);
    }

    @Test
    void aRedriveIsForgottenAsAWhole() {
        long redrive = redrive("401 days", "REDRIVEN", "REDRIVEN", "REDRIVEN", "STOPPED");

        var forgotten = transaction.execute(status -> {
            jdbc.query("SELECT FROM redrive_key WHERE outcome = 'STOPPED' FOR UPDATE", row -> {});
            Integer me = jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class);
            var started = CompletableFuture.supplyAsync(retention::forgetActs);
            await().until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid)))",
                    Boolean.class,
                    me)));
            assertThat(jdbc.queryForList("SELECT redrive FROM redrive_key", Long.class))
                    .containsExactly(redrive, redrive, redrive, redrive);
            return started;
        });

        assertThat(forgotten).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT redrive FROM redrive_key", Long.class))
                .isEmpty();
    }

    @Test
    void aRedriveOfWhichAnActSpeaksIsKeptAsLongAsThat() {
        long redrive = redrive("401 days", "STOPPED");
        act("399 days");
        jdbc.update("UPDATE dead_letter_act SET redrive = ?", redrive);
        assertThat(retention.forgetActs()).isZero();

        jdbc.update("UPDATE dead_letter_act SET at = at - interval '2 days'");

        assertThat(retention.forgetActs()).isEqualTo(2);
    }

    @Test
    void manyRedrivesAreForgottenAtOnce() {
        for (int i = 0; i < 21; i++) {
            redrive("401 days", "REDRIVEN");
        }

        assertThat(retention.forgetActs()).isEqualTo(21);
    }

    /** Of many redrives and their keys, none is read that is young. */
    @Test
    void oldRedrivesAreFoundByTheirTime() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            redrive("1 day");
            jdbc.update("""
                    INSERT INTO redrive_key (redrive, held_key, topic, messages, outcome)
                    SELECT max(id), place, 'topic', 1, 'WAITING' FROM redrive, generate_series(1, 20000) AS place GROUP BY place
                    """);
            jdbc.update("""
                    INSERT INTO redrive (operator, reason, per_second)
                    SELECT 'olivia', 'mended', 1 FROM generate_series(1, 20000)
                    """);

            List<String> plan =
                    jdbc.query("EXPLAIN " + Retention.REDRIVES, (row, number) -> row.getString(1), HOUR.toMillis(), 10);

            assertThat(plan)
                    .noneMatch(line -> line.contains("Seq Scan") || line.contains("Hash") || line.contains("Merge"))
                    .anyMatch(line -> line.contains("Index Scan using redrive_at"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatIsKeptIsKeptForAWhile(int which) {
        Duration[] kept = {HOUR, HOUR, HOUR, HOUR};
        kept[which] = Duration.ZERO;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(kept[0], kept[1], kept[2], kept[3], SMALL_BATCH, ""));
    }

    private List<String> keys() {
        return jdbc.query("SELECT message_key FROM outbox ORDER BY slot, id", (row, number) -> row.getString(1));
    }

    private int slot() {
        return jdbc.queryForObject("SELECT slot FROM outbox_ring", (row, number) -> row.getInt(1));
    }

    private void outbox(int slot, String key, String ago) {
        jdbc.update("""
                INSERT INTO outbox (slot, shard, message_id, topic, message_key, sequence, type, appended_at)
                VALUES (?, 0, gen_random_uuid(), 'topic', ?, 1, 'type', now() - ?::interval)
                """, slot, key, ago);
    }

    private void waiting(int slot, String key, String ago) {
        outbox(slot, key, ago);
        jdbc.update(
                "INSERT INTO outbox_pending (id, slot, shard) SELECT id, slot, shard FROM outbox WHERE message_key = ?",
                key);
    }

    private void inbox(String ago) {
        jdbc.update("""
                INSERT INTO inbox (message_id, topic, partition, record_offset, received_at)
                VALUES (gen_random_uuid(), 'topic', 0, 0, now() - ?::interval)
                """, ago);
    }

    private void act(String ago) {
        jdbc.update("""
                INSERT INTO dead_letter_act (operator, act, keys, messages, at)
                VALUES ('olivia', 'DISCARD', 1, 1, now() - ?::interval)
                """, ago);
    }

    private long redrive(String ago, String... outcomes) {
        long id = jdbc.queryForObject("""
                INSERT INTO redrive (operator, reason, per_second, at) VALUES ('olivia', 'mended', 1, now() - ?::interval)
                RETURNING id
                """, (row, number) -> row.getLong(1), ago);
        for (int key = 0; key < outcomes.length; key++) {
            jdbc.update(
                    "INSERT INTO redrive_key (redrive, held_key, topic, messages, outcome) VALUES (?, ?, 'topic', 1, ?)",
                    id,
                    key,
                    outcomes[key]);
        }
        return id;
    }
}
