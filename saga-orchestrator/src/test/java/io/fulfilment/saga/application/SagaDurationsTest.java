package io.fulfilment.saga.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.fulfilment.OrderSagas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SagaDurationsTest {

    @Test
    void showsEveryTypeAndEndBeforeAnySagaHasEnded() {
        var meters = new SimpleMeterRegistry();
        new SagaDurations(meters, SagaDefinitions.of(OrderSagas.ALL));
        assertThat(meters.get("saga.duration").timers())
                .allSatisfy(timer -> assertThat(timer.count()).isZero())
                .extracting(timer ->
                        timer.getId().getTag("type") + " " + timer.getId().getTag("status"))
                .containsExactlyInAnyOrder(
                        "order-fulfilment COMPLETED",
                        "order-fulfilment COMPENSATED",
                        "order-cancellation COMPLETED",
                        "order-cancellation COMPENSATED");
    }
}
