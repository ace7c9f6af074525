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

    /**
     * Those that are over, each with all of its keys, when no act speaks of it any more. Looked up one by one: what seems better by
     * the statistics of yesterday reads the keys of all redrives.
     */
    static final String REDRIVES = """
            WITH ended AS (
                SELECT id FROM redrive
                WHERE at < statement_timestamp() - ? * interval '1 millisecond'
                  AND NOT EXISTS (SELECT FROM dead_letter_act WHERE dead_letter_act.redrive = redrive.id OFFSET 0)
                  AND NOT EXISTS (SELECT FROM redrive_key
                                  WHERE redrive_key.redrive = redrive.id AND redrive_key.outcome = 'WAITING' OFFSET 0)
                ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED
            ), keys AS (
                DELETE FROM redrive_key WHERE redrive = ANY (ARRAY(SELECT id FROM ended))
            )
            DELETE FROM redrive WHERE id = ANY (ARRAY(SELECT id FROM ended))
            """;

    /** Each may have very many keys. */
    private static final int REDRIVES_AT_ONCE = 10;

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
        return delete(INBOX, settings.inbox(), settings.batch());
    }

    /** Returns how many there were, of acts and redrives. */
    int forgetActs() {
        return delete(ACTS, settings.acts(), settings.batch()) + delete(REDRIVES, settings.acts(), REDRIVES_AT_ONCE);
    }

    private int delete(String old, Duration kept, int most) {
        int rows = 0;
        int batch;
        do {
            batch = jdbc.update(old, kept.toMillis(), most);
            rows += batch;
        } while (batch >= most && !Thread.currentThread().isInterrupted());
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
