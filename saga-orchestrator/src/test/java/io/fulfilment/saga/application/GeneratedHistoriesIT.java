package io.fulfilment.saga.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.application.RuntimeHost.Runtime;
import io.fulfilment.saga.fulfilment.History;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The histories that the engine lives by itself, lived by the use cases on their database. {@code -Dhistories.seed=N
 * -Dhistories.runtime=1} lives the history of a seed again.
 */
@SpringJUnitConfig(UseCases.class)
class GeneratedHistoriesIT {

    private final Map<String, Integer> ends = new ConcurrentHashMap<>();
    private final Map<History.Fault, Integer> faults = new ConcurrentHashMap<>();

    @Autowired
    StartingFulfilment starting;

    @Autowired
    AdvancingSagas advancing;

    @Autowired
    FiringTimers timers;

    @Autowired
    OperatingSagas operating;

    @Autowired
    SagaInstances instances;

    @Autowired
    RecordingOutbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyHistoryEndsWellWhateverHappens() {
        long first = Long.getLong("histories.seed", new SplittableRandom().nextLong());
        int count = Integer.getInteger("histories.runtime", 100);
        System.out.println("histories.seed=" + first + " histories.runtime=" + count);
        var runtime = new Runtime(starting, advancing, timers, operating, instances, outbox, jdbc, transactions);
        LongStream.range(first, first + count).parallel().forEach(seed -> live(runtime, seed));
        System.out.println("ended " + ends + " in spite of " + faults);
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        if (count >= 100) {
            assertThat(ends).containsOnlyKeys("CANCELLED", "COMPLETED", "REJECTED");
        }
        if (count >= 1_000) {
            assertThat(faults).containsOnlyKeys(History.Fault.values());
        }
    }

    private void live(Runtime runtime, long seed) {
        var history = new History(new Random(seed), new RuntimeHost(runtime));
        try {
            history.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("histories.seed=" + seed + ": " + e.getMessage(), e);
        }
        ends.merge(history.end(), 1, Integer::sum);
        history.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
    }
}
