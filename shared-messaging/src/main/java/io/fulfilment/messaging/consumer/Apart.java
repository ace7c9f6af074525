package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Takes a batch apart that failed as a whole: by halves, down to the keys with a message that fails by itself. These are held;
 * they stop no key but their own, nor the partition.
 */
final class Apart {

    private final BatchTransaction transaction;
    private final long longestNanos;

    /** @param longest after this, what is not settled is left for when the batch comes again */
    Apart(BatchTransaction transaction, Duration longest) {
        this.transaction = transaction;
        this.longestNanos = longest.toNanos();
    }

    /** @throws RuntimeException if the system failed, or time ran out; what was settled by then stays settled */
    void settle(List<Incoming> batch) {
        settleKeys(List.copyOf(runs(batch)), System.nanoTime() + longestNanos);
    }

    private static Collection<List<Incoming>> runs(List<Incoming> batch) {
        var runs = new LinkedHashMap<MessageKey, List<Incoming>>();
        batch.forEach(incoming -> runs.computeIfAbsent(MessageKey.of(incoming), key -> new ArrayList<>())
                .add(incoming));
        return runs.values();
    }

    private void settleKeys(List<List<Incoming>> runs, long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new IllegalStateException("taking a batch apart took too long; the rest of it comes again");
        }
        if (runs.size() == 1) {
            settleOneByOne(runs.getFirst());
            return;
        }
        int middle = runs.size() / 2;
        for (List<List<Incoming>> half : List.of(runs.subList(0, middle), runs.subList(middle, runs.size()))) {
            try {
                transaction.settle(half.stream().flatMap(List::stream).toList());
            } catch (RuntimeException | StackOverflowError e) {
                if (Blame.of(e) == Blame.SYSTEM) {
                    throw e;
                }
                settleKeys(half, deadline);
            }
        }
    }

    /** So that what precedes the one that fails is done. */
    private void settleOneByOne(List<Incoming> run) {
        for (int i = 0; i < run.size(); i++) {
            try {
                transaction.settle(run.subList(i, i + 1));
            } catch (RuntimeException | StackOverflowError e) {
                Blame blame = Blame.of(e);
                if (blame == Blame.SYSTEM) {
                    throw e;
                }
                int failures = blame == Blame.MESSAGE ? 1 : 0;
                transaction.settle(run.subList(i, run.size()), new Condemned(run.get(i), e, failures));
                return;
            }
        }
    }
}
