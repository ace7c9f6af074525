package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class RecoveryIT {

    private final RunningSystem system;
    private final Observations observed;

    RecoveryIT(RunningSystem system) {
        this.system = system;
        this.observed = new Observations(system);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-service", "inventory-service", "saga-orchestrator"})
    void completesAnOrderThatWasPlacedWhileAServiceWasDown(String service) {
        system.kill(service);
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0201", 1));
        assertThat(status(orderId)).isEqualTo("PENDING");

        system.start(service);

        assertThat(system.as("alice").awaitFinal(orderId).path("status").asString())
                .isEqualTo("COMPLETED");
        assertThat(observed.ledger(orderId)).containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED");
    }

    @Test
    void finishesEverySagaThatItsOrchestratorDiedIn() {
        var before = observed.stock("SKU-0202");
        // Slow cards keep their sagas in the middle until the orchestrator is gone.
        List<String> orders = IntStream.range(0, 10)
                .mapToObj(i -> OrderRequest.of("SKU-0202", 1).paidWith(i < 5 ? "tok_ok" : "tok_slow"))
                .map(system.as("alice")::place)
                .toList();
        observed.awaitSagaUnderWay(orders.getLast());
        system.kill("saga-orchestrator");
        // No saga is over before its order is confirmed.
        assertThat(status(orders.getLast())).isEqualTo("PENDING");

        system.start("saga-orchestrator");

        for (String orderId : orders) {
            assertThat(system.as("alice").awaitFinal(orderId).path("status").asString())
                    .isEqualTo("COMPLETED");
            assertThat(observed.sagaOf(orderId)).isEqualTo("COMPLETED");
            assertThat(observed.ledger(orderId)).containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED");
        }
        assertThat(observed.stock("SKU-0202"))
                .isEqualTo(new Observations.Stock(before.available() - 10, 0, before.shipped() + 10));
    }

    @Test
    void takesOrdersWhileKafkaIsDown() {
        system.kill("kafka");
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0203", 1));

        system.start("kafka");

        assertThat(system.as("alice").awaitFinal(orderId).path("status").asString())
                .isEqualTo("COMPLETED");
    }

    private String status(String orderId) {
        return system.as("alice")
                .read("order-service", "/orders/" + orderId)
                .path("status")
                .asString();
    }
}
