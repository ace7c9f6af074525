package io.fulfilment.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fulfilment.local.process.Component;
import io.fulfilment.local.process.Ports;
import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.Readiness;
import io.fulfilment.local.process.RunDirectory;
import io.fulfilment.local.process.StartFailed;
import io.fulfilment.local.process.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a script of roles that does not work. */
class DatabaseIT {

    private static final String SECRET = "OpenSesame";

    @TempDir
    static Path local;

    private static final int PORT = Ports.anyFree();
    private static Supervisor supervisor;
    private static Path log;

    @BeforeAll
    static void start() throws Exception {
        var directory = new RunDirectory(
                Files.createDirectory(local.resolve("logs")), Files.createDirectory(local.resolve("run")));
        log = directory.log("postgres");
        Path password = Files.writeString(local.resolve("password"), SECRET + "\n");
        var process = new PostgresProcess(local.resolve("binaries"), local, log, PORT);
        Readiness readiness = process.readiness(script("SELECT 1"), name -> SECRET, password);
        supervisor = new Supervisor(
                List.of(new Component(
                        "postgres",
                        Component.Stage.INFRASTRUCTURE,
                        List.of(PORT),
                        process.program(),
                        Map.of(),
                        readiness)),
                directory,
                new Progress(System.out));
        supervisor.startAll();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        supervisor.stopAll();
    }

    @Test
    void tellsOfAMistakeButNoPassword() throws Exception {
        Database database = database("""
                DO $$ BEGIN
                  EXECUTE format('ALTER ROLE nobody PASSWORD %L', '${nobody_password}');
                END $$""");

        assertThatThrownBy(database::provision)
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("role \"nobody\" does not exist")
                .hasMessageNotContaining(SECRET);

        String later = "jdbc:postgresql://127.0.0.1:" + PORT + "/later";
        assertThatThrownBy(() -> DriverManager.getConnection(later, "postgres", SECRET));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Files.readString(log)).contains("\"later"));
        assertThat(Files.readString(log)).doesNotContain(SECRET);
    }

    @Test
    void maySucceedTheNextTimeIfItWasNoMistake() throws Exception {
        Database database = database("DO $$ BEGIN RAISE SQLSTATE '40P01' USING MESSAGE = 'deadlock detected'; END $$");

        assertThatThrownBy(database::provision).isInstanceOf(SQLException.class);
    }

    private static Database database(String script) throws Exception {
        return new Database(PORT, script(script), name -> SECRET);
    }

    private static Path script(String text) throws Exception {
        return Files.writeString(Files.createTempFile(local, "roles", ".sql"), text);
    }
}
