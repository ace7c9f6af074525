package io.fulfilment.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** PostgreSQL with the database, roles and schemas of the system; quick rather than durable. */
final class EmbeddedDatabase {

    private static final String NAME = "fulfilment";

    /** Passwords count, as they do everywhere else; only the superuser comes in without. */
    private static final String ACCESS = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            host all postgres ::1/128      trust
            host all all      ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static EmbeddedDatabase start() {
        try {
            var database = new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setPort(FreePort.next())
                    .setRegisterShutdownHook(false)
                    .setDataDirectoryCustomizer(directory -> requirePasswords(directory.toPath()))
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("log_min_messages", "fatal")
                    .start());
            database.prepare();
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    private static void requirePasswords(Path dataDirectory) {
        try {
            Files.writeString(dataDirectory.resolve("pg_hba.conf"), ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() throws IOException, SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME);
        }
        try (var connection = server.getDatabase("postgres", NAME).getConnection()) {
            Roles.create(connection);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
