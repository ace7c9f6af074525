package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class FaultsTest {

    private static final Duration PAUSE = Duration.ofMillis(300);

    @TempDir
    private Path root;

    private Sleepers sleepers;
    private Faults faults;

    @BeforeEach
    void startOne() throws IOException {
        sleepers = new Sleepers(root, List.of("service"));
        faults = sleepers.faults();
    }

    @AfterEach
    void stopIt() {
        sleepers.close();
    }

    @Test
    void killOneAndStartAnother() {
        long before = sleepers.pid("service");

        faults.kill("service");

        assertThat(sleepers.pid("service")).isNotEqualTo(before);
        sleepers.assertAllRun();
    }

    @Test
    void stopOneForAsLongAsItIsPaused() {
        long begin = System.nanoTime();
        faults.pause("service", PAUSE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(PAUSE);
        sleepers.assertAllRun();

        faults.pauseDuring(
                "service",
                () -> assertThat(ProcessTable.read().isStopped(sleepers.pid("service")))
                        .isTrue());
        sleepers.assertAllRun();
    }

    @Test
    void failWhereSomebodyElseEndsThePause() {
        assertThatIllegalStateException()
                .isThrownBy(() -> faults.pauseDuring("service", () -> {
                    sleepers.system().signal("CONT", sleepers.pid("service"));
                    awaitRunning();
                }))
                .withMessageEndingWith("is not stopped");
    }

    @Test
    void failWhereThereIsNothingToPause() throws Exception {
        ProcessHandle process = ProcessHandle.of(sleepers.pid("service")).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();

        assertThatIllegalStateException()
                .isThrownBy(() -> faults.pause("service", PAUSE))
                .withMessage("it does not run");
    }

    @Test
    void areHealedWhateverTheyWere() {
        sleepers.system().signal("STOP", sleepers.pid("service"));
        awaitStopped();
        faults.heal("service");
        awaitRunning();

        ProcessHandle.of(sleepers.pid("service")).orElseThrow().destroyForcibly();
        awaitDead();
        faults.heal("service");
        sleepers.assertAllRun();
    }

    private void awaitStopped() {
        while (!ProcessTable.read().isStopped(sleepers.pid("service"))) {
            Thread.onSpinWait();
        }
    }

    private void awaitRunning() {
        while (ProcessTable.read().isStopped(sleepers.pid("service"))) {
            Thread.onSpinWait();
        }
    }

    private void awaitDead() {
        while (ProcessHandle.of(sleepers.pid("service")).isPresent()) {
            Thread.onSpinWait();
        }
    }
}
