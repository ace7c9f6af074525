package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** {@code -Dhistories.seed=N -Dhistories.count=1} lives the history of a seed again. */
class GeneratedHistoriesTest {

    @Test
    void everyHistoryEndsWellWhateverHappens() {
        long first = Long.getLong("histories.seed", new SplittableRandom().nextLong());
        int count = Integer.getInteger("histories.count", 10_000);
        System.out.println("histories.seed=" + first + " histories.count=" + count);
        var ends = new EnumMap<Status, Integer>(Status.class);
        var faults = new EnumMap<History.Fault, Integer>(History.Fault.class);
        for (int i = 0; i < count; i++) {
            var history = live(first + i);
            ends.merge(history.status(), 1, Integer::sum);
            history.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
        }
        System.out.println("ended " + ends + " in spite of " + faults);
        if (count >= 1_000) {
            assertEachHappened(ends, faults, count / 100);
        }
    }

    private static void assertEachHappened(Map<Status, Integer> ends, Map<History.Fault, Integer> faults, int times) {
        assertThat(ends).hasSize(2).allSatisfy((end, seen) -> assertThat(seen).isGreaterThan(times));
        assertThat(faults)
                .containsOnlyKeys(History.Fault.values())
                .allSatisfy((fault, seen) -> assertThat(seen).isGreaterThan(times));
    }

    private static History live(long seed) {
        var history = new History(seed);
        try {
            history.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("histories.seed=" + seed + ": " + e.getMessage(), e);
        }
        return history;
    }
}
