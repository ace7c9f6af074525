package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndsTest {

    private final OrderFacts facts = new OrderFacts();

    @Test
    void areThereWhenEachOrderIsCompletedOrRejected() {
        Ends ends = of(Map.of());
        assertThat(ends.await(System.nanoTime())).isEqualTo(1);

        see("OrderCompleted", 7);

        assertThat(ends.await(System.nanoTime())).isZero();
        assertThat(ends.last()).hasValue(7);
    }

    @Test
    void areStillToComeForACompletedOrderThatIsToBeCancelled() {
        Ends ends = of(Map.of("o", Outcome.ACCEPTED));
        see("OrderCompleted", 7);
        assertThat(ends.await(System.nanoTime())).isEqualTo(1);

        see("OrderCancelled", 9);

        assertThat(ends.await(System.nanoTime())).isZero();
        assertThat(ends.last()).hasValue(9);
    }

    @Test
    void contradictACancellationThatWasPassedOver() {
        Ends ends = of(Map.of("o", Outcome.ACCEPTED));
        see("OrderCancellationRequested", 1);
        assertThat(ends.contradictions()).isEmpty();

        see("OrderConfirmed", 2);

        assertThat(ends.contradictions()).singleElement().asString().contains("order o", "CONFIRMED");
    }

    private Ends of(Map<String, Outcome> cancelled) {
        return new Ends(facts, List.of(SampleBooks.placed(false)), cancelled);
    }

    private void see(String type, long at) {
        facts.on("o", "io.fulfilment.order." + type + ".v1", at);
    }
}
