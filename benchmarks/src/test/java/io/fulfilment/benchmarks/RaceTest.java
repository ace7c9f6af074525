package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final OrderFacts facts = new OrderFacts();

    @Test
    void isWonByTheFactThatWasStatedFirst() {
        see("1", "OrderConfirmed", "OrderCancellationRequested", "OrderCancelled");
        see("2", "OrderCancellationRequested", "OrderCancelled");
        see("3", "OrderRejected");
        see("4", "OrderConfirmed", "OrderCompleted", "OrderCancellationRequested", "OrderCancelled");

        Race race = Race.of(orders(5), facts);

        assertThat(race).isEqualTo(new Race(5, 1, 2, 1));
        assertThat(race.inWords())
                .isEqualTo(
                        "race: the cancellation came first for 1 orders, the confirmation for 2, the rejection for 1");
    }

    @Test
    void saysWhichWayTheSpreadHasToChange() {
        assertThat(new Race(500, 50, 50, 0).inWords()).doesNotContain("needed");
        assertThat(new Race(500, 430, 49, 21).inWords()).endsWith("a longer spread is needed");
        assertThat(new Race(500, 49, 430, 21).inWords()).endsWith("a shorter spread is needed");
    }

    private void see(String orderId, String... types) {
        Stream.of(types).forEach(type -> facts.on(orderId, "io.fulfilment.order." + type + ".v1", 1));
    }

    private static List<PlacedOrder> orders(int count) {
        PlannedOrder plan = SampleBooks.placed(false).plan();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new PlacedOrder(plan, Integer.toString(number), 0, 0, 0))
                .toList();
    }
}
