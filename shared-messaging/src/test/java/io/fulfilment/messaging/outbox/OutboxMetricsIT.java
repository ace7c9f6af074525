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
        jdbc.update("DELETE FROM outbox");
        jdbc.update("""
                INSERT INTO outbox (message_id, topic, message_key, shard, sequence, type, appended_at, published_at)
                SELECT gen_random_uuid(), 'topic', 'key', 0, 1, 'type', now() - age, published
                FROM (VALUES (interval '10 minutes', now()), (interval '1 minute', null), (interval '1 second', null))
                     AS rows (age, published)
                """);
        var meters = new SimpleMeterRegistry();

        new OutboxMetrics(jdbc).bindTo(meters);

        assertThat(meters.get("outbox.pending").gauge().value()).isEqualTo(2);
        assertThat(meters.get("outbox.oldest").gauge().value()).isBetween(60.0, 120.0);
        assertThat(meters.get("dead.letters.parked").gauge().value()).isNotNegative();
    }
}
