package io.fulfilment.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much waits to be published and to be redriven; asked of the database at most every few seconds. */
final class OutboxMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String SAMPLE = """
            SELECT (SELECT count(*) FROM outbox_pending) AS pending,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - appended_at)
                             FROM (SELECT slot, id FROM outbox_pending ORDER BY id LIMIT 1) AS oldest
                             JOIN outbox USING (slot, id)), 0) AS oldest,
                   (SELECT count(*) FROM held_message JOIN held_key ON held_key.id = held_message.held_key
                    WHERE state = 'PARKED' AND NOT discarded) AS parked,
                   (SELECT count(*) FROM held_key WHERE state <> 'PARKED') AS held
            """;

    private final JdbcTemplate jdbc;
    private Sample sample = new Sample(0, 0, 0, 0);
    private long sampledAt = System.nanoTime() - FRESH_NANOS;

    private record Sample(double pending, double oldestSeconds, double parked, double held) {}

    OutboxMetrics(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("outbox.pending", "messages committed and not yet published", Sample::pending)
                .register(registry);
        gauge("outbox.oldest", "age of the oldest message not yet published", Sample::oldestSeconds)
                .baseUnit("seconds")
                .register(registry);
        gauge("dead.letters.parked", "messages that wait for a redrive", Sample::parked)
                .register(registry);
        gauge("held.keys", "keys of which a message is tried again, or waited for", Sample::held)
                .register(registry);
    }

    private Gauge.Builder<OutboxMetrics> gauge(String name, String what, ToDoubleFunction<Sample> value) {
        return Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.sample()))
                .description(what);
    }

    /** While the database is away, what was seen last stands. */
    private synchronized Sample sample() {
        if (System.nanoTime() - sampledAt >= FRESH_NANOS) {
            sampledAt = System.nanoTime();
            try {
                sample = jdbc.queryForObject(
                        SAMPLE,
                        (row, number) ->
                                new Sample(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
            } catch (DataAccessException e) {
                LOG.debug("the outbox could not be measured", e);
            }
        }
        return sample;
    }
}
