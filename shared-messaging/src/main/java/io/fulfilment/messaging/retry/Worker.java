package io.fulfilment.messaging.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that works in rounds until it is stopped. A round that fails is followed by another, after pauses that grow until
 * the work says that all is well.
 */
public final class Worker {

    /** What is done, on the worker's thread. */
    public interface Work {

        /** @return how long there is nothing to do unless the worker is woken; 0 to go on at once */
        Duration round() throws InterruptedException;

        /** @param times how many rounds have failed, this one with them, since all was well */
        void failed(Throwable failure, int times, Duration pause);

        /** After the last round, unless it was interrupted. */
        default void stopped() {}

        /** At the very end, however it came. */
        default void ended() {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Work work;
    private final WakeUp wakeUp;
    private final Backoff backoff;
    private final Duration patience;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;
    private @Nullable Thread thread;
    private int failures;

    /**
     * @param name of the thread
     * @param wakeUp ends its idling
     * @param patience how long {@link #stop} waits for the work to end before it interrupts it
     */
    public Worker(String name, Work work, WakeUp wakeUp, Backoff backoff, Duration patience) {
        this.name = name;
        this.work = work;
        this.wakeUp = wakeUp;
        this.backoff = backoff;
        this.patience = patience;
    }

    /** @throws IllegalStateException if it is running, or was interrupted and hasn't ended yet */
    public synchronized void start() {
        if (thread != null && thread.isAlive()) {
            throw new IllegalStateException(name + " has not ended");
        }
        stopping = new CountDownLatch(1);
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Returns when the work has ended, or was interrupted. */
    public synchronized void stop() {
        Thread started = thread;
        if (started == null || !running) {
            return;
        }
        stopping.countDown();
        wakeUp.ring();
        try {
            if (!started.join(patience)) {
                started.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    /** Between a start and a stop. */
    public boolean isRunning() {
        return running;
    }

    /** For the work: failures are counted anew. */
    public void isWell() {
        failures = 0;
    }

    /** For the work: returns after some time, whoever wants to wake it, but at once when it is to stop. */
    public void rest(long nanos) throws InterruptedException {
        boolean _ = stopping.await(nanos, TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            goRound();
            work.stopped();
        } catch (InterruptedException e) {
            LOG.warn("{} did not end in {}, and was interrupted", name, patience);
        } finally {
            work.ended();
        }
    }

    private void goRound() throws InterruptedException {
        while (stopping.getCount() > 0) {
            try {
                Duration idle = work.round();
                if (idle.isPositive()) {
                    wakeUp.await(idle);
                }
            } catch (RuntimeException | Error e) {
                // Not even an error ends the one thread that does this work.
                pause(e);
            }
        }
    }

    private void pause(Throwable failure) throws InterruptedException {
        failures++;
        Duration pause = backoff.after(failures);
        work.failed(failure, failures, pause);
        rest(pause.toNanos());
    }
}
