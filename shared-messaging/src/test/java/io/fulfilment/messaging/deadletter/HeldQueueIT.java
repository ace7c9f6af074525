package io.fulfilment.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.silent.WithoutRelay;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WithoutRelay
class HeldQueueIT {

    private static final int KEYS = 20_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    HeldQueueIT(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Also by the statistics of a table that was empty. */
    @Test
    void whatBeginsAnewIsFoundByItsTime() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(plan()).doesNotContain("Seq Scan").doesNotContain("Hash");
            hold(KEYS);
            assertThat(plan()).doesNotContain("Seq Scan").doesNotContain("Hash");
        });
    }

    @Test
    void whatBeginsAnewMayBeMuch() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            hold(2_500);

            new HeldQueue(jdbc, Duration.ofSeconds(10), false).beginAnew();

            assertThat(jdbc.queryForObject(
                            "SELECT count(*) FROM held_key WHERE due_at < clock_timestamp() + interval '10 seconds'",
                            Integer.class))
                    .isEqualTo(2_500);
        });
    }

    private void hold(int keys) {
        jdbc.update("""
                INSERT INTO held_key (topic, message_key, state, reason, held_since, due_at)
                SELECT 'topic', 'key ' || place, 'RETRYING', 'HANDLING_FAILED', now() + interval '1 hour', now() + interval '3601 seconds'
                FROM generate_series(1, ?) AS place
                """, keys);
    }

    private String plan() {
        return String.join(
                "\n", jdbc.query("EXPLAIN " + HeldQueue.BEGIN_ANEW, (row, number) -> row.getString(1), 1_000));
    }
}
