package io.fulfilment.benchmarks.messaging.service;

import io.fulfilment.benchmarks.Due;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends to the outbox, as use cases do. */
final class Appender {

    private static final int PER_TRANSACTION = 1_000;

    /** Fewer than there are connections, one of which is the relay's. */
    private static final int WRITERS = 8;

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final IdSource ids;

    Appender(Outbox outbox, TransactionTemplate transaction, IdSource ids) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** Many messages share a transaction. */
    void fill(Load load) {
        for (int first = 0; first < load.count(); first += PER_TRANSACTION) {
            int from = first;
            int bound = Math.min(load.count(), first + PER_TRANSACTION);
            transaction.executeWithoutResult(status -> {
                for (int number = from; number < bound; number++) {
                    append(load, number);
                }
            });
        }
    }

    /** Each in a transaction of its own, at a fixed rate, however long a transaction takes. */
    List<Committed> appendAtRate(Load load, int rate) throws ExecutionException, InterruptedException {
        Queue<Committed> committed = new ConcurrentLinkedQueue<>();
        var next = new AtomicInteger();
        var writing = new ArrayList<Future<?>>();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < load.count(); i = next.getAndIncrement()) {
                        committed.add(appendWhenDue(load, i, start + i * 1_000_000_000L / rate));
                    }
                }));
            }
        }
        for (Future<?> each : writing) {
            each.get();
        }
        return List.copyOf(committed);
    }

    private Committed appendWhenDue(Load load, int number, long dueAt) {
        Due.await(dueAt);
        var commit = new CommitTime();
        UUID id = transaction.execute(status -> {
            TransactionSynchronizationManager.registerSynchronization(commit);
            return append(load, number);
        });
        return new Committed(id, dueAt, commit.nanos);
    }

    private UUID append(Load load, int number) {
        return outbox.append(load.message(number), Cause.beginning(ids.next()));
    }

    /** The first that hears of the commit. */
    private static final class CommitTime implements TransactionSynchronization {

        private long nanos;

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            nanos = System.nanoTime();
        }
    }
}
