package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.OrderFacts.Fact;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.order.OrderEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFactsTest {

    private final OrderFacts facts = new OrderFacts();
    private long now;

    @Test
    void knowsEveryFactByTheTypeThatItHasInTheTopic() {
        List<Class<? extends OrderEvent>> types = List.of(
                OrderEvent.OrderConfirmed.class,
                OrderEvent.OrderRejected.class,
                OrderEvent.OrderCompleted.class,
                OrderEvent.OrderCancellationRequested.class,
                OrderEvent.OrderCancelled.class);

        assertThat(types)
                .extracting(type -> {
                    facts.on(
                            type.getSimpleName(),
                            type.getAnnotation(MessageType.class).value() + ".v1",
                            1);
                    return facts.first(type.getSimpleName());
                })
                .containsExactly(Fact.values());
    }

    @Test
    void knowsNothingOfAnOrderThatWasOnlyPlaced() {
        see("OrderPlaced");

        assertThat(facts.first("o")).isNull();
        assertThat(facts.isFinal("o")).isFalse();
    }

    @Test
    void keepWhenAFactWasSeenFirst() {
        see("OrderConfirmed", "OrderCompleted", "OrderConfirmed", "OrderCompleted");

        assertThat(facts.firstAt("o")).isEqualTo(1);
        assertThat(facts.decidedAt("o")).isEqualTo(1);
        assertThat(facts.endedAt("o")).isEqualTo(2);
    }

    @Test
    void areFinalForACompletedOrderUntilItsCancellationIsAskedFor() {
        see("OrderConfirmed", "OrderCompleted");
        assertThat(facts.isFinal("o")).isTrue();

        see("OrderCancellationRequested");
        assertThat(facts.isFinal("o")).isFalse();

        see("OrderCancelled");
        assertThat(facts.isFinal("o")).isTrue();
    }

    @Test
    void mayNotBeAgainstACancellation() {
        see("OrderCancellationRequested", "OrderConfirmed", "OrderCancelled");

        assertThat(facts.first("o")).isEqualTo(Fact.CANCELLATION_REQUESTED);
        assertThat(facts.againstItsCancellation("o")).containsExactly(Fact.CONFIRMED);
    }

    @Test
    void mayBeRepeatedAfterACancellation() {
        see("OrderConfirmed", "OrderCancellationRequested", "OrderConfirmed", "OrderCancellationRequested");

        assertThat(facts.againstItsCancellation("o")).isEmpty();
    }

    private void see(String... types) {
        for (String type : types) {
            facts.on("o", "io.fulfilment.order." + type + ".v1", ++now);
        }
    }
}
