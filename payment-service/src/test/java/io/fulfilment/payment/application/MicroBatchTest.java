package io.fulfilment.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicroBatchTest {

    private final List<List<Integer>> batches = new ArrayList<>();

    @Test
    void runsALoneItemAtOnceOnTheCallersThread() {
        var batch = new MicroBatch<Integer>(10, batches::add);

        batch.add(1);
        batch.add(2);

        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void collectsWhatComesWhileABatchIsUnderWay() throws InterruptedException {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var batch = new MicroBatch<Integer>(2, items -> {
            batches.add(items);
            started.countDown();
            awaitQuietly(goOn);
        });
        Thread runner = Thread.ofVirtual().start(() -> batch.add(1));
        started.await();

        batch.add(2);
        batch.add(3);
        batch.add(4);
        goOn.countDown();
        runner.join();

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3), List.of(4));
    }

    @Test
    void losesNothingAmongManyThreads() {
        var seen = new ArrayList<Integer>();
        var batch = new MicroBatch<Integer>(7, seen::addAll);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 10_000).forEach(item -> threads.execute(() -> batch.add(item)));
        }

        assertThat(seen).hasSize(10_000).doesNotHaveDuplicates();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
