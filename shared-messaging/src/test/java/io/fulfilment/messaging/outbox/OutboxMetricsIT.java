package io.fulfilment.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.silent.WithoutRelay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithoutRelay
class OutboxMetricsIT {

    @Test
    void tellHowMuchWaitsAndHowLong(@Autowired JdbcTemplate jdbc) {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("""
                WITH stored AS (
                    INSERT INTO outbox (slot, shard, message_id, topic, message_key, sequence, type, appended_at)
                    SELECT 3, 0, gen_random_uuid(), 'topic', 'key', place, 'type', now() - place * interval '1 minute'
                    FROM generate_series(1, 3) AS place ORDER BY place DESC
                    RETURNING id, slot, sequence
                )
                INSERT INTO outbox_pending (id, slot, shard) SELECT id, slot, 0 FROM stored WHERE sequence < 3
                """);
        var meters = new SimpleMeterRegistry();

        new OutboxMetrics(jdbc).bindTo(meters);

        assertThat(meters.get("outbox.pending").gauge().value()).isEqualTo(2);
        assertThat(meters.get("outbox.oldest").gauge().value()).isBetween(120.0, 179.0);
        assertThat(meters.get("dead.letters.parked").gauge().value()).isNotNegative();
    }
}
