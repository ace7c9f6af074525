package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.Kills.Kill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With processes that only wait, and a script in place of {@code ./run}. */
@EnabledOnOs(OS.LINUX)
class KillsTest {

    private static final Duration OVER = Duration.ofSeconds(4);
    private static final String KILL = "kill -9 $(cat $pid); while kill -0 $(cat $pid) 2>/dev/null; do :; done";
    private static final String SLOW_START = "sleep 1; sleep 60 <&- >&- 2>&- & echo $! >$pid.new; mv $pid.new $pid";
    private static final String NOTHING = ":";

    @TempDir
    private Path root;

    private LocalSystem system;

    @BeforeEach
    void startAll() throws IOException {
        Path local = Files.createDirectories(root.resolve("local"));
        Files.createDirectories(local.resolve("run"));
        system = new LocalSystem(root, local, 0);
        for (String service : LocalSystem.SERVICES) {
            Process process = new ProcessBuilder("sleep", "60").start();
            Files.writeString(local.resolve("run").resolve(service + ".pid"), process.pid() + "\n");
        }
    }

    @AfterEach
    void stopAll() {
        system.processes().values().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void comeAtEvenDistancesThoughStartsTakeLonger() throws Exception {
        List<Kill> kills = perform(OVER, KILL, SLOW_START);

        assertThat(kills).extracting(Kill::service).containsExactlyElementsOf(LocalSystem.SERVICES);
        assertThat(kills).extracting(Kill::fault).containsOnly("");
        assertThat(kills).allSatisfy(kill -> {
            double due = OVER.toSeconds() * (kills.indexOf(kill) + 1) / 7.0;
            assertThat(kill.killedAfterSeconds()).isGreaterThan(due);
            assertThat(kill.backAfterSeconds()).isGreaterThan(kill.killedAfterSeconds() + 1);
        });
    }

    @Test
    void doNotCountIfTheProcessLivesOn() throws Exception {
        assertThat(perform(Duration.ofMillis(700), NOTHING, NOTHING))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("lives on"));
    }

    @Test
    void bringBackWhatTheyKilledTooLate() throws Exception {
        assertThat(perform(Duration.ofMillis(1), KILL, SLOW_START))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("it came only"));
        assertAllRun();
    }

    @Test
    void bringBackWhatDiedThoughTheKillFailed() throws Exception {
        assertThat(perform(OVER, KILL + "; exit 1", SLOW_START))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("is the system running?"));
        assertAllRun();
    }

    @Test
    void doNotCountIfNothingIsStartedAgain() throws Exception {
        assertThat(perform(OVER, KILL, NOTHING))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("does not run"));
    }

    private void assertAllRun() {
        assertThat(system.processes())
                .hasSize(6)
                .allSatisfy((service, pid) ->
                        assertThat(ProcessHandle.of(pid)).as(service).get().matches(ProcessHandle::isAlive));
    }

    private List<Kill> perform(Duration over, String kill, String start) throws Exception {
        Path script = root.resolve("run");
        Files.writeString(script, """
                #!/bin/bash
                pid=local/run/$2.pid
                case $1 in
                  kill) %s ;;
                  start) %s ;;
                esac
                """.formatted(kill, start));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Kills(system, new ProcessorTime(system), over).perform();
    }
}
