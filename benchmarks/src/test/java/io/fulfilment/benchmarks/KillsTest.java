package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.Kills.Kill;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class KillsTest {

    private static final Duration OVER = Duration.ofSeconds(4);
    private static final String NOTHING = ":";

    @TempDir
    private Path root;

    private Sleepers sleepers;

    @BeforeEach
    void startAll() throws IOException {
        sleepers = new Sleepers(root, LocalSystem.SERVICES);
    }

    @AfterEach
    void stopAll() {
        sleepers.close();
    }

    @Test
    void comeAtEvenDistancesThoughStartsTakeLonger() throws Exception {
        List<Kill> kills = perform(OVER, Sleepers.KILL, Sleepers.SLOW_START);

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
        assertThat(perform(Duration.ofMillis(1), Sleepers.KILL, Sleepers.SLOW_START))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("it came only"));
        sleepers.assertAllRun();
    }

    @Test
    void bringBackWhatDiedThoughTheKillFailed() throws Exception {
        assertThat(perform(OVER, Sleepers.KILL + "; exit 1", Sleepers.SLOW_START))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("is the system running?"));
        sleepers.assertAllRun();
    }

    @Test
    void doNotCountIfNothingIsStartedAgain() throws Exception {
        assertThat(perform(OVER, Sleepers.KILL, NOTHING))
                .hasSize(6)
                .allMatch(kill -> kill.fault().contains("does not run"));
    }

    private List<Kill> perform(Duration over, String kill, String start) throws Exception {
        sleepers.obey(kill, start);
        return new Kills(sleepers.faults(), over).perform();
    }
}
