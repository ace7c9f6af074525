package io.fulfilment.messaging.conformance.service;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outgoing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends commands from several threads: to a few keys that all threads want and to many that nobody else does; in
 * transactions that commit out of the order of their ids; some roll back.
 */
public final class Load {

    private static final Logger LOG = LoggerFactory.getLogger(Load.class);

    private static final int THREADS = 2;
    private static final int PAUSE_MILLIS = 20;
    private static final int MOST_MESSAGES = 4;

    /** In lines of some 80 bytes: a message that may be appended, and one that may not. */
    private static final int LARGE = 2_000;

    private static final int OVERSIZE = 4_000;

    private static final Duration LATE = Duration.ofMillis(60);

    private final TransactionTemplate transaction;
    private final Books books;
    private final IdSource ids;
    private final List<String> hot;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().factory());
    private volatile boolean writing;

    Load(TransactionTemplate transaction, Books books, IdSource ids, List<String> hot) {
        this.transaction = transaction;
        this.books = books;
        this.ids = ids;
        this.hot = hot;
    }

    void start() {
        writing = true;
        IntStream.range(0, THREADS)
                .forEach(thread -> threads.scheduleWithFixedDelay(this::next, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** When it returns, nothing is written any more. */
    void stop() throws InterruptedException {
        writing = false;
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a transaction doesn't end");
        }
    }

    private void next() {
        if (!writing) {
            return;
        }
        RandomGenerator random = ThreadLocalRandom.current();
        try {
            send(random, random.nextInt(30) == 0 ? LATE : Duration.ZERO, random.nextInt(10) == 0);
        } catch (RuntimeException e) {
            // Faults are there to make it fail; what was committed all the same is in the books.
            LOG.debug("A transaction failed", e);
        }
    }

    /** One transaction that has written everything, and commits only after a while. */
    String sendLate(Duration open) {
        send(ThreadLocalRandom.current(), open, false);
        return "a transaction was open for " + open;
    }

    private void send(RandomGenerator random, Duration open, boolean rollback) {
        transaction.executeWithoutResult(status -> {
            books.send(IntStream.rangeClosed(0, random.nextInt(MOST_MESSAGES))
                    .mapToObj(number -> command(random))
                    .toList());
            if (rollback) {
                status.setRollbackOnly();
            } else if (open.isPositive()) {
                beforeCommit(() -> Interruptions.pause(open));
            }
        });
    }

    /** One transaction that sends commands to one key. */
    public void send(String key, int count) {
        send(key, count, () -> {});
    }

    /** As {@link #send(String, int)}; does something when everything is written, and nothing committed. */
    public void send(String key, int count, Runnable beforeCommit) {
        transaction.executeWithoutResult(status -> {
            books.send(
                    IntStream.range(0, count).mapToObj(number -> command(key)).toList());
            beforeCommit(beforeCommit);
        });
    }

    /** One transaction that sends commands to one key, of which the second may be appended, and is much larger than the others. */
    String sendLarge(String key) {
        transaction.executeWithoutResult(
                status -> books.send(List.of(command(key), reservation(key, LARGE), command(key))));
        return "sent to " + key;
    }

    /**
     * One transaction that tries to send what is too large, between others that are not.
     *
     * @return what it was told
     * @throws IllegalStateException if it wasn't refused
     */
    String sendOversize() {
        String key = UUID.randomUUID().toString();
        return Objects.requireNonNull(transaction.execute(status -> {
            books.send(List.of(command(key)));
            String told = refusalOf(reservation(key, OVERSIZE));
            books.send(List.of(command(key)));
            return told;
        }));
    }

    private String refusalOf(Outgoing outgoing) {
        try {
            books.send(List.of(outgoing));
        } catch (IllegalArgumentException e) {
            return e.toString();
        }
        throw new IllegalStateException("not refused: " + outgoing.message().subject());
    }

    private Outgoing reservation(String key, int lines) {
        var line = new StockLine(new Sku("x".repeat(64)), new Quantity(1));
        var message = new ReserveStock(new SagaId(ids.next()), OrderId.of(key), Collections.nCopies(lines, line));
        return new Outgoing(ids.next(), message, Cause.beginning(ids.next()));
    }

    private Outgoing command(RandomGenerator random) {
        String key = hot.isEmpty() || random.nextInt(3) > 0
                ? UUID.randomUUID().toString()
                : hot.get(random.nextInt(hot.size()));
        return command(key);
    }

    private Outgoing command(String key) {
        var message = new ReleaseStock(new SagaId(ids.next()), OrderId.of(key));
        return new Outgoing(ids.next(), message, Cause.beginning(ids.next()));
    }

    /** Callbacks of the same order run in the order of their registration: the outbox is written by then. */
    private static void beforeCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                action.run();
            }
        });
    }
}
