package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fulfilment.benchmarks.Torment.Fault;
import io.fulfilment.benchmarks.Torment.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TormentTest {

    private static final Duration PAUSE = Duration.ofMillis(500);

    @TempDir
    private Path root;

    private Sleepers sleepers;

    @BeforeEach
    void startReplicas() throws IOException {
        sleepers = new Sleepers(root, List.of("a", "b", "b-2", "b-3", "b-store"));
    }

    @AfterEach
    void stopThem() {
        sleepers.close();
    }

    @Test
    void findsTheReplicasOfAService() {
        assertThat(sleepers.system().replicas("b", 3)).containsExactly("b", "b-2", "b-3");
        assertThatIllegalStateException()
                .isThrownBy(() -> sleepers.system().replicas("a", 3))
                .withMessageContaining("--replicas a=3");
    }

    @Test
    void killsAndPausesReplicasUntilItIsToldToStop() throws Exception {
        long untouched = sleepers.pid("a");
        Torment torment = torment();

        torment.start();
        awaitKills(3);
        List<Fault> faults = torment.stop();

        assertThat(faults).extracting(Fault::failure).containsOnly("");
        assertThat(faults).extracting(Fault::kind).filteredOn(Kind.KILL::equals).hasSizeGreaterThanOrEqualTo(3);
        assertThat(faults)
                .extracting(Fault::kind)
                .filteredOn(Kind.PAUSE::equals)
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(sleepers.pid("a")).isEqualTo(untouched);
        sleepers.assertAllRun();
    }

    @Test
    void goesOnPausingTheOthersWhileOneIsNotBack() throws Exception {
        sleepers.obey(Sleepers.KILL + "; rm $pid", "until [ -e go ]; do :; done; " + Sleepers.START);
        Torment torment = torment();
        torment.start();

        awaitDeath();
        for (String other : sleepers.system().replicas("b", 2)) {
            awaitStopped(other);
        }
        Files.createFile(root.resolve("go"));

        assertThat(torment.stop())
                .extracting(Fault::kind)
                .filteredOn(Kind.KILL::equals)
                .hasSize(1);
        sleepers.assertAllRun();
    }

    @Test
    void beginsNothingAfterItsStop() throws Exception {
        Torment torment = torment();
        torment.start();

        assertThat(torment.stop()).hasSize(2);

        assertThat(torment.stop()).hasSize(2);
    }

    @Test
    void reportsAFaultThatFails() throws Exception {
        sleepers.obey(":", Sleepers.START);
        Torment torment = torment();

        torment.start();

        assertThat(torment.stop())
                .filteredOn(fault -> !fault.failure().isEmpty())
                .singleElement()
                .satisfies(fault -> assertThat(fault.failure()).matches("the kill of b.* failed: .*lives on"));
        sleepers.assertAllRun();
    }

    @Test
    void leavesAllRunningThoughAStartFailed() throws Exception {
        sleepers.obey(Sleepers.KILL + "; rm $pid", "[ -f tried ] || { touch tried; exit 1; }; " + Sleepers.START);
        Torment torment = torment();

        torment.start();

        assertThat(torment.stop()).anyMatch(fault -> fault.failure().contains("failed"));
        sleepers.assertAllRun();
    }

    @Test
    void healsTheOthersThoughOneCannotBeStarted() throws Exception {
        Torment torment = torment();
        torment.start();
        torment.stop();
        sleepers.obey(Sleepers.KILL + "; rm $pid", "exit 1");
        sleepers.system().command("kill", "b");
        sleepers.system().signal("STOP", sleepers.pid("b-2"));
        sleepers.system().signal("STOP", sleepers.pid("b-3"));

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(torment::stop);

        while (ProcessTable.read().isStopped(sleepers.pid("b-2"))
                || ProcessTable.read().isStopped(sleepers.pid("b-3"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void reportsWhatWasDoneAndHowSoonAllWasOver() {
        List<Fault> faults = List.of(
                new Fault(Kind.KILL, "", 7_000_000_000L),
                new Fault(Kind.PAUSE, "", 6_000_000_000L),
                new Fault(Kind.PAUSE, "no pause", 3_000_000_000L));

        Tormented tormented = Tormented.of("b", faults, 1_000_000_000L, 9_500_000_000L);

        assertThat(tormented).isEqualTo(new Tormented("b", 1, 1, 6, 2.5, List.of("no pause")));
        assertThat(tormented.inWords()).startsWith("tormented b: 1 kills and 1 pauses, the last over after 6.0 s");
    }

    private Torment torment() {
        return new Torment(sleepers.system().replicas("b", 3), sleepers.faults(), PAUSE, new Random(7));
    }

    /** Each gives a replica another process. */
    private void awaitKills(int count) {
        for (int i = 0; i < count; i++) {
            List<Long> before = replicas();
            while (replicas().equals(before)) {
                Thread.onSpinWait();
            }
        }
    }

    private void awaitDeath() {
        while (replicas().stream().noneMatch(pid -> pid == 0)) {
            Thread.onSpinWait();
        }
    }

    private void awaitStopped(String name) {
        while (!ProcessTable.read().isStopped(sleepers.pid(name))) {
            Thread.onSpinWait();
        }
    }

    private List<Long> replicas() {
        return List.of(sleepers.pid("b"), sleepers.pid("b-2"), sleepers.pid("b-3"));
    }
}
