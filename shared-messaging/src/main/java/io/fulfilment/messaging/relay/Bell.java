package io.fulfilment.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the replica that publishes what others have committed. It may be lost, as a look every now and then is the net; so it
 * is rung outside the transactions that it is about, which would otherwise commit one after the other.
 */
final class Bell {

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

    /** How soon a listener notices that it is to stop. */
    private static final int LONGEST_WAIT_MILLIS = 500;

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Channels belong to the database; the schemas of several services may be in it. */
    private static final String CHANNEL = "current_schema() || '.outbox'";

    private final JdbcTemplate jdbc;
    private final DataSource connections;
    private final Runnable heard;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param jdbc rings it
     * @param connections outside the pool: the listener keeps one for good
     * @param heard called on the listener's thread when somebody may have rung
     */
    Bell(JdbcTemplate jdbc, DataSource connections, Runnable heard) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.heard = heard;
    }

    void ring() {
        jdbc.query("SELECT pg_notify(" + CHANNEL + ", '')", row -> {});
    }

    void start() {
        stopping = new CountDownLatch(1);
        Thread.ofVirtual().name("outbox-bell").start(this::listen);
    }

    void stop() {
        stopping.countDown();
    }

    private void listen() {
        do {
            try (Connection connection = connections.getConnection()) {
                subscribe(connection);
                // What was rung before nobody has heard.
                heard.run();
                awaitRings(connection.unwrap(PGConnection.class));
            } catch (SQLException | RuntimeException e) {
                LOG.debug("Nobody listens to the outbox's bell; it is looked into all the same", e);
            }
        } while (!stopsWithin(RETRY));
    }

    private static void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO $$ BEGIN EXECUTE format('LISTEN %I', " + CHANNEL + "); END $$");
        }
    }

    private void awaitRings(PGConnection connection) throws SQLException {
        while (stopping.getCount() > 0) {
            @Nullable PGNotification @Nullable [] rings = connection.getNotifications(LONGEST_WAIT_MILLIS);
            if (rings != null && rings.length > 0) {
                heard.run();
            }
        }
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
