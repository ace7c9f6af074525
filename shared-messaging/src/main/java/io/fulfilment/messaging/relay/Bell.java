package io.fulfilment.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the replicas what others have committed that is theirs to publish. It may be lost, as a look every now and then is the net; so it
 * is rung outside the transactions that it is about, which would otherwise commit one after the other.
 */
final class Bell {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    /** How soon a listener notices that it is to stop. */
    private static final int LONGEST_WAIT_MILLIS = 500;

    private static final int WAITS_BETWEEN_CHECKS = 40;
    private static final int CHECK_SECONDS = 5;

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Channels belong to the database; the schemas of several services may be in it. */
    private static final String CHANNEL = "current_schema() || '.outbox'";

    private final JdbcTemplate jdbc;
    private final DataSource connections;
    private final Consumer<Shards> heard;
    private CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param jdbc rings it
     * @param connections outside the pool: the listener keeps one for good
     * @param heard called on the listener's thread with what somebody may have rung for
     */
    Bell(JdbcTemplate jdbc, DataSource connections, Consumer<Shards> heard) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.heard = heard;
    }

    void ring(Shards shards) {
        jdbc.query("SELECT pg_notify(" + CHANNEL + ", ?)", row -> {}, shards.toText());
    }

    void start() {
        var mine = new CountDownLatch(1);
        stopping = mine;
        Thread.ofVirtual().name("outbox-bell").start(() -> listen(mine));
    }

    void stop() {
        stopping.countDown();
    }

    private void listen(CountDownLatch end) {
        boolean failed;
        boolean failedBefore = false;
        do {
            failed = false;
            try (Connection connection = connections.getConnection()) {
                subscribe(connection);
                // What was rung before nobody has heard.
                heard.accept(Shards.ALL);
                awaitRings(connection, end);
            } catch (SQLException | RuntimeException e) {
                failed = true;
                log(failedBefore, e);
            }
            failedBefore = failed;
        } while (!endsWithin(RETRY, end));
    }

    /** Once, not with each attempt. */
    private static void log(boolean again, Exception failure) {
        if (again) {
            LOG.debug("Nobody listens to the outbox's bell", failure);
        } else {
            LOG.warn(
                    "Nobody listens to the outbox's bell for now; it is looked into all the same: {}",
                    failure.toString());
        }
    }

    private static void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN EXECUTE format('LISTEN %I', " + CHANNEL + "); END $$");
        }
    }

    private void awaitRings(Connection connection, CountDownLatch end) throws SQLException {
        PGConnection rung = connection.unwrap(PGConnection.class);
        for (int waits = 1; end.getCount() > 0; waits++) {
            @Nullable PGNotification @Nullable [] rings = rung.getNotifications(LONGEST_WAIT_MILLIS);
            if (rings != null && rings.length > 0) {
                heard.accept(shards(rings));
            }
            // A connection that is gone without a word stays silent.
            if (waits % WAITS_BETWEEN_CHECKS == 0 && !connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("the connection is gone");
            }
        }
    }

    private static Shards shards(@Nullable PGNotification[] rings) {
        return Stream.of(rings)
                .filter(Objects::nonNull)
                .map(ring -> Shards.parse(ring.getParameter()))
                .reduce(Shards.NONE, Shards::and);
    }

    private static boolean endsWithin(Duration pause, CountDownLatch end) {
        try {
            return end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
