package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The last of all, since its own last test stops the system. */
@SystemTest
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {

    /** 128 and the number of SIGTERM: how a process ends that was asked to. */
    private static final int TERMINATED = 143;

    private final RunningSystem system;

    RestartIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilled() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0302", 1));
        assertThat(status(orderId)).isEqualTo("COMPLETED");
        Map<String, Long> before = system.processes();
        system.supervisor().kill();
        assertThat(before).containsKeys("postgres", "order-service");
        before.remove("supervisor");
        assertThat(before.values()).as("what was left behind").allMatch(RestartIT::isAlive);

        system.start();

        assertThat(system.supervisor().said("Stopped 14 processes that an earlier run left behind"))
                .isTrue();
        assertThat(before.values()).noneMatch(RestartIT::isAlive);
        assertThat(status(orderId)).isEqualTo("COMPLETED");
        assertThat(status(system.as("alice").place(OrderRequest.of("SKU-0302", 1))))
                .isEqualTo("COMPLETED");
    }

    @Test
    void refusesToRunTwice() {
        Supervisor second = Supervisor.launch(system.arguments());

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.everythingSaid()).singleElement().asString().contains("running already");
    }

    @Test
    void namesThePortThatIsTakenAndLeavesNothing() {
        Path folder = Path.of("target/second").toAbsolutePath();
        Supervisor second = Supervisor.launch(
                List.of("--local-dir", folder.toString(), "--port-offset", Integer.toString(system.portOffset())));

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.everythingSaid())
                .filteredOn(line -> line.startsWith("./run: "))
                .singleElement()
                .asString()
                .contains(
                        "port " + (15432 + system.portOffset()) + ", which postgres needs, is taken", "--port-offset");
        assertThat(second.said("ready after")).as("something was started").isFalse();
        assertThat(folder.resolve("run")).isDirectoryNotContaining("glob:**.pid");
        assertThat(RunningSystem.processesOf(folder)).isEmpty();
        assertThat(status(system.as("alice").place(OrderRequest.of("SKU-0303", 1))))
                .as("the first carries on")
                .isEqualTo("COMPLETED");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stopsForGoodThoughAskedTwiceAndLeavesNothing() {
        List<ProcessHandle> family = system.family();
        assertThat(family).hasSizeGreaterThan(12);
        Supervisor supervisor = system.supervisor();

        supervisor.askToStop();
        supervisor.awaitWords("Stopping");
        supervisor.askToStop();

        assertThat(supervisor.exitCode()).isEqualTo(TERMINATED);
        assertThat(supervisor.everythingSaid()).containsOnlyOnce("Stopping").endsWith("Stopped");
        // Orphans of the database count as alive until the operating system has buried them.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(family).noneMatch(ProcessHandle::isAlive));
        assertThat(RunningSystem.processesOf(system.local())).isEmpty();
        assertThat(system.processes()).isEmpty();
        assertThat(FreePorts.taken(system.portOffset())).isEmpty();
    }

    private String status(String orderId) {
        return system.as("alice").awaitFinal(orderId).path("status").asString();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
