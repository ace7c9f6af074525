package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.silent.WithoutRelay;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WithoutRelay
class OutboxQueueIT {

    private static final Shards SOME = new Shards(3L << 62);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    OutboxQueueIT(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Nothing is read before it is wanted: a queue of any length costs the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20_000})
    void aLookTakesTheRowsOneByOneFromTheOldestOn(int waiting) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            append(waiting);
            Long[] onTheirWay = LongStream.range(0, 4_000).boxed().toArray(Long[]::new);
            assertThat(List.of(
                            plan(Shards.ALL, new String[] {}, onTheirWay, 10_000),
                            plan(SOME, new String[] {}, SOME.numbers(), onTheirWay, 10_000)))
                    .allSatisfy(plan -> assertThat(plan)
                            .doesNotContain("Sort")
                            .doesNotContain("Hash")
                            .contains("outbox_pending_pkey"));
        });
    }

    @Test
    void aLookEndsWhereItIsTold() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            append(10);
            assertThat(ids(Shards.ALL, new String[] {"other"}, new Long[] {}, 4))
                    .hasSize(4)
                    .isSorted();
            assertThat(ids(Shards.ALL, new String[] {"topic"}, new Long[] {}, 4))
                    .isEmpty();
        });
    }

    @Test
    void aLookLeavesOutWhatIsOnItsWay() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            append(10);
            List<Long> all = ids(Shards.ALL, new String[] {}, new Long[] {}, 10);
            Long[] onTheirWay = all.subList(0, 3).toArray(Long[]::new);
            assertThat(ids(Shards.ALL, new String[] {}, onTheirWay, 4)).isEqualTo(all.subList(3, 7));
        });
    }

    @Test
    void aLookFindsTheRowsOfItsShardsOnly() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            append(10);
            jdbc.update("UPDATE outbox_pending SET shard = 63 WHERE id % 2 = 0");
            assertThat(ids(SOME, new String[] {}, SOME.numbers(), new Long[] {}, 10))
                    .hasSize(5)
                    .allMatch(id -> id % 2 == 0);
        });
    }

    private List<Long> ids(Shards shards, Object... parameters) {
        return jdbc.query(OutboxQueue.waiting(shards), (row, number) -> row.getLong("id"), parameters);
    }

    private void append(int rows) {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("""
                WITH stored AS (
                    INSERT INTO outbox (slot, shard, message_id, topic, message_key, sequence, type, body)
                    SELECT 5, 0, gen_random_uuid(), 'topic', 'key ' || place, 1, 'type', '\\x00'
                    FROM generate_series(1, ?) AS place
                    RETURNING id, slot
                )
                INSERT INTO outbox_pending (id, slot, shard) SELECT id, slot, 0 FROM stored
                """, rows);
    }

    private String plan(Shards shards, Object... parameters) {
        jdbc.execute(OutboxQueue.IN_ORDER);
        List<String> lines =
                jdbc.query("EXPLAIN " + OutboxQueue.waiting(shards), (row, number) -> row.getString(1), parameters);
        return String.join("\n", lines);
    }
}
