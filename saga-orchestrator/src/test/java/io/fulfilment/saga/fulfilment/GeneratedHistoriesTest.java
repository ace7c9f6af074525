package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.SagaDefinition;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code -Dhistories.seed=N -Dhistories.count=1} lives the history of a seed again. */
class GeneratedHistoriesTest {

    private static final int COUNT = Integer.getInteger("histories.count", 100_000);

    private final Map<String, Integer> ends = new TreeMap<>();
    private final Map<History.Fault, Integer> faults = new EnumMap<>(History.Fault.class);

    @Test
    void everyHistoryEndsWellWhateverHappens() {
        live(OrderFulfilment.DEFINITION, COUNT);
    }

    @Test
    void soDoThoseOfOrdersThatBeganWithTheVersionBefore() {
        live(OrderFulfilmentV1.DEFINITION, Math.max(1, COUNT / 10));
    }

    private void live(SagaDefinition<Fulfilment> definition, int count) {
        long first = Long.getLong("histories.seed", new SplittableRandom().nextLong());
        System.out.println(
                "version " + definition.version() + ": histories.seed=" + first + " histories.count=" + count);
        for (int i = 0; i < count; i++) {
            live(definition, first + i);
        }
        System.out.println("ended " + ends + " in spite of " + faults);
        if (count >= 1_000) {
            assertThat(ends).containsOnlyKeys("CANCELLED", "COMPLETED", "REJECTED");
            assertThat(ends.values()).allSatisfy(seen -> assertThat(seen).isGreaterThan(count / 100));
            assertThat(faults.keySet()).containsAll(possible(definition));
            assertThat(faults.values()).allSatisfy(seen -> assertThat(seen).isGreaterThan(count / 1_000));
        }
    }

    private static Set<History.Fault> possible(SagaDefinition<?> definition) {
        return definition.undoing().pivotWithin() == null
                ? EnumSet.complementOf(EnumSet.of(History.Fault.TOO_LATE))
                : EnumSet.allOf(History.Fault.class);
    }

    private void live(SagaDefinition<Fulfilment> definition, long seed) {
        var random = new Random(seed);
        var history = new History(random, new PureHost(definition, random, (_, _, _, _) -> {}));
        try {
            history.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("histories.seed=" + seed + ": " + e.getMessage(), e);
        }
        ends.merge(history.end(), 1, Integer::sum);
        history.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
    }
}
