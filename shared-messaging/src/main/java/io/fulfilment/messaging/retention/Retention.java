package io.fulfilment.messaging.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has what was kept long enough go. Any number of replicas may do so at once. */
final class Retention implements SmartLifecycle, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final String INBOX = """
            DELETE FROM inbox WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM inbox WHERE received_at < statement_timestamp() - ? * interval '1 millisecond' LIMIT ?))
            """;

    private static final String ACTS = """
            DELETE FROM dead_letter_act WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM dead_letter_act WHERE at < statement_timestamp() - ? * interval '1 millisecond' LIMIT ?))
            """;

    /** Of redrives that are over. */
    private static final String REDRIVEN_KEYS = """
            DELETE FROM redrive_key WHERE ctid = ANY (ARRAY(
                SELECT ended.ctid FROM redrive JOIN redrive_key AS ended ON ended.redrive = redrive.id
                WHERE redrive.at < statement_timestamp() - ? * interval '1 millisecond'
                  AND NOT EXISTS (SELECT FROM redrive_key AS waiting
                                  WHERE waiting.redrive = redrive.id AND waiting.outcome = 'WAITING')
                LIMIT ?))
            """;

    private static final String REDRIVES = """
            DELETE FROM redrive WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM redrive
                WHERE at < statement_timestamp() - ? * interval '1 millisecond'
                  AND NOT EXISTS (SELECT FROM redrive_key WHERE redrive_key.redrive = redrive.id)
                LIMIT ?))
            """;

    private final JdbcTemplate jdbc;
    private final OutboxRing outbox;
    private final RetentionSettings settings;
    private volatile @Nullable ScheduledExecutorService executor;

    Retention(JdbcTemplate jdbc, OutboxRing outbox, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Returns how many there were. */
    int forgetMessages() {
        return delete(INBOX, settings.inbox());
    }

    /** Returns how many rows there were of them. */
    int forgetActs() {
        return delete(ACTS, settings.acts())
                + delete(REDRIVEN_KEYS, settings.acts())
                + delete(REDRIVES, settings.acts());
    }

    private int delete(String old, Duration kept) {
        int rows = 0;
        int batch;
        do {
            batch = jdbc.update(old, kept.toMillis(), settings.batch());
            rows += batch;
        } while (batch >= settings.batch() && !Thread.currentThread().isInterrupted());
        return rows;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.unarchived", outbox, OutboxRing::secondsKept)
                .description("for how long published rows have been kept that the archive lacks")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Never throws. */
    void cleanUp() {
        attempt("The outbox could not be turned", outbox::turn);
        attempt("Old messages could not be forgotten", this::forgetMessages);
        attempt("Old acts on dead letters could not be forgotten", this::forgetActs);
    }

    /** Not even an error ends the schedule. */
    private void attempt(String failed, Supplier<?> work) {
        try {
            LOG.debug("{}", work.get());
        } catch (RuntimeException | Error e) {
            LOG.warn("{}; tried again in {}: {}", failed, settings.every(), e.toString());
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("messaging-retention").daemon().factory());
        Duration every = settings.every();
        started.scheduleWithFixedDelay(this::cleanUp, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    @Override
    public void stop() {
        var running = executor;
        if (running != null) {
            running.shutdownNow();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
