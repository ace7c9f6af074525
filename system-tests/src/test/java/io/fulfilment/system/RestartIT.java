package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class RestartIT {

    private final RunningSystem system;

    RestartIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void keepsEverythingOverARestartAndLeavesNothingInBetween() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0301", 1));
        assertThat(status(orderId)).isEqualTo("COMPLETED");
        Collection<Long> before = system.processes().values();

        system.stop();
        assertThat(before).hasSizeGreaterThanOrEqualTo(12).noneMatch(RestartIT::isAlive);
        assertThat(system.processes()).isEmpty();

        system.start();
        assertThat(status(orderId)).isEqualTo("COMPLETED");
        assertThat(status(system.as("alice").place(OrderRequest.of("SKU-0301", 1))))
                .isEqualTo("COMPLETED");
    }

    @Test
    void cleansUpAfterASupervisorThatWasKilled() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0302", 1));
        Map<String, Long> before = system.processes();
        system.supervisor().kill();
        assertThat(before).containsKeys("postgres", "order-service");
        before.remove("supervisor");
        assertThat(before.values()).as("what was left behind").allMatch(RestartIT::isAlive);

        system.start();

        assertThat(system.supervisor().said("Stopped 11 processes that an earlier run left behind"))
                .isTrue();
        assertThat(before.values()).noneMatch(RestartIT::isAlive);
        assertThat(status(orderId)).isEqualTo("COMPLETED");
    }

    @Test
    void refusesToRunTwice() {
        Supervisor second = Supervisor.launch(system.arguments());

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.everythingSaid()).singleElement().asString().contains("running already");
    }

    @Test
    void namesThePortThatIsTakenAndLeavesNothing() {
        Supervisor second = Supervisor.launch(
                List.of("--local-dir", "target/second", "--port-offset", Integer.toString(system.portOffset())));

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said("port " + (15432 + system.portOffset()) + ", which postgres needs, is taken"))
                .isTrue();
        assertThat(second.said("ready after")).isFalse();
    }

    private String status(String orderId) {
        return system.as("alice").awaitFinal(orderId).path("status").asString();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
