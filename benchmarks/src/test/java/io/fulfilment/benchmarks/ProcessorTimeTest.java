package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessorTimeTest {

    @TempDir
    private Path local;

    private Process busy;

    @BeforeEach
    void startOneThatIsBusy() throws IOException {
        Files.createDirectories(local.resolve("run"));
        busy = new ProcessBuilder("bash", "-c", "while true; do :; done").start();
        Files.writeString(local.resolve("run/busy.pid"), busy.pid() + "\n");
    }

    @AfterEach
    void stopIt() {
        busy.destroyForcibly();
    }

    @Test
    void countsOnThoughAPidFileGoesWhileTheyAreRead() throws Exception {
        Files.createSymbolicLink(local.resolve("run/gone.pid"), local.resolve("run/deleted"));
        var processorTime = new ProcessorTime(system());

        awaitWork();

        assertThat(processorTime.stop().millis()).containsOnlyKeys("busy");
        assertThat(processorTime.stop().millis().get("busy")).isPositive();
    }

    @Test
    void saysWhatItMissesOfOneThatEndsByItself() throws Exception {
        var processorTime = new ProcessorTime(system());

        busy.destroyForcibly().waitFor();

        assertThat(processorTime.stop().lost()).containsExactly("busy (" + busy.pid() + ") ended by itself");
        assertThat(processorTime.stop().lost()).as("once").hasSize(1);
    }

    @Test
    void keepsTheTimeOfOneThatIsKilled() throws Exception {
        var processorTime = new ProcessorTime(system());
        awaitWork();

        processorTime.beforeKillOf(busy.pid());
        busy.destroyForcibly().waitFor();

        assertThat(processorTime.stop().millis().get("busy")).isPositive();
        assertThat(processorTime.stop().lost()).isEmpty();
    }

    /** Until it has used some more processor time, in which it is counted. */
    private void awaitWork() {
        long before = used();
        while (used() < before + 50) {
            Thread.onSpinWait();
        }
    }

    private long used() {
        return ProcessTable.read().millisOf(busy.pid(), List.of());
    }

    private LocalSystem system() {
        return new LocalSystem(local, local, 0);
    }
}
