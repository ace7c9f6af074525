package io.fulfilment.messaging.conformance;

import io.fulfilment.testing.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL that keeps what was committed when one of its processes crashes, and knows when that was. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start() {
        try {
            return new Database(EmbeddedPostgres.builder()
                    .setPort(FreePort.next())
                    .setRegisterShutdownHook(false)
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("track_commit_timestamp", "on")
                    .setServerConfig("log_min_messages", "fatal")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void create(String name) {
        new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /** Of the superuser. Each statement has a connection of its own, so that none is kept that a fault has cut. */
    JdbcTemplate of(String name) {
        return new JdbcTemplate(server.getDatabase("postgres", name));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
