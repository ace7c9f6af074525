package io.fulfilment.messaging.conformance;

import static io.fulfilment.messaging.conformance.ProcessFaults.require;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.conformance.Fault.Ongoing;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** What befalls PostgreSQL. */
final class DatabaseFaults {

    private static final String CUT = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = ? AND pid <> pg_backend_pid()
            """;

    /** Of a connection in use. */
    private static final String BACKEND =
            "SELECT max(pid) FROM pg_stat_activity WHERE datname = ? AND pid <> pg_backend_pid()";

    private DatabaseFaults() {}

    /** Those of all services, at the start and at the end. */
    static Ongoing cutConnections(Stage stage) {
        long first = cut(stage);
        return () -> {
            long second = await().atMost(ChildProcess.PATIENCE).until(() -> cut(stage), cut -> first + cut > 0);
            return first + second + " connections were cut";
        };
    }

    private static long cut(Stage stage) {
        return Objects.requireNonNull(
                jdbc(stage).queryForObject(CUT, Long.class, stage.names().database()));
    }

    /** One process of PostgreSQL dies: it ends all others, and recovers what was committed from its log. */
    static Ongoing crash(Stage stage) throws Exception {
        JdbcTemplate jdbc = jdbc(stage);
        Connection bystander = Objects.requireNonNull(jdbc.getDataSource()).getConnection();
        Long backend = Objects.requireNonNull(
                jdbc.queryForObject(BACKEND, Long.class, stage.names().database()));
        require(
                ProcessHandle.of(backend).map(ProcessHandle::destroyForcibly).orElse(false),
                "process " + backend + " is gone");
        return () -> {
            try (bystander) {
                await().atMost(Duration.ofSeconds(10)).until(() -> !bystander.isValid(1));
            }
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> jdbc.queryForObject("SELECT true", Boolean.class), Objects::nonNull);
            return "PostgreSQL ended all connections after the crash of one of its processes";
        };
    }

    private static JdbcTemplate jdbc(Stage stage) {
        return stage.bed().database().of(stage.names().database());
    }
}
