package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.retry.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Takes a batch apart that failed as a whole: each key by itself, so that a message that fails again and again stops no
 * key but its own. Those that fail wait together between attempts, some at a time.
 */
final class KeyByKey {

    /** How many keys wait together. */
    private static final int SLICE = 50;

    private final BatchTransaction transaction;
    private final int attempts;
    private final Backoff backoff;
    private final long longestNanos;

    KeyByKey(BatchTransaction transaction, ConsumerSettings settings) {
        this.transaction = transaction;
        this.attempts = settings.attempts();
        this.backoff = settings.backoff();
        this.longestNanos = settings.maxPollInterval().dividedBy(4).toNanos();
    }

    /** What is left of a key from the message on that failed. */
    private record Failed(List<Incoming> rest, Throwable error) {}

    /** @throws RuntimeException if the system failed, or time ran out; what was settled by then stays settled */
    void settle(List<Incoming> batch) {
        long deadline = System.nanoTime() + longestNanos;
        var runs = List.copyOf(runs(batch));
        for (int next = 0; next < runs.size(); next += SLICE) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("taking a batch apart took too long; the rest of it comes again");
            }
            settleKeys(runs.subList(next, Math.min(runs.size(), next + SLICE)));
        }
    }

    /** To the last attempt: what has begun is settled, so that each time that the batch comes, less of it is left. */
    private void settleKeys(List<List<Incoming>> runs) {
        List<Failed> failed = new ArrayList<>();
        runs.forEach(run -> attempt(run, failed));
        retry(failed);
    }

    private void retry(List<Failed> first) {
        List<Failed> failed = first;
        for (int attempt = 2; attempt <= attempts && !failed.isEmpty(); attempt++) {
            pause(backoff.after(attempt - 1));
            List<Failed> again = failed;
            failed = new ArrayList<>();
            for (Failed run : again) {
                attempt(run.rest(), failed);
            }
        }
        failed.forEach(
                run -> transaction.settle(run.rest(), new Condemned(run.rest().getFirst(), run.error(), attempts)));
    }

    private static Collection<List<Incoming>> runs(List<Incoming> batch) {
        var runs = new LinkedHashMap<MessageKey, List<Incoming>>();
        batch.forEach(incoming -> runs.computeIfAbsent(MessageKey.of(incoming), key -> new ArrayList<>())
                .add(incoming));
        return runs.values();
    }

    /** One by one, so that what precedes the one that fails is done. */
    private void attempt(List<Incoming> run, List<Failed> failed) {
        for (int i = 0; i < run.size(); i++) {
            try {
                transaction.settle(run.subList(i, i + 1));
            } catch (RuntimeException | StackOverflowError e) {
                if (Blame.of(e) != Blame.MESSAGE) {
                    throw e;
                }
                failed.add(new Failed(run.subList(i, run.size()), e));
                return;
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}
