package io.fulfilment.messaging.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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

        /** After the last round, unless the worker was interrupted. */
        default void stopped() {}
    }

    private final String name;
    private final Work work;
    private final WakeUp wakeUp;
    private final Backoff backoff;
    private final Duration patience;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
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

    public void start() {
        stopping = new CountDownLatch(1);
        Thread started = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    /** Returns when the work has ended, or was interrupted. */
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        wakeUp.ring();
        try {
            if (!running.join(patience)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    public boolean isRunning() {
        return thread != null;
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
        while (stopping.getCount() > 0) {
            try {
                Duration idle = work.round();
                if (idle.isPositive()) {
                    wakeUp.await(idle);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Not even an error ends the one thread that does this work.
                pause(e);
            }
        }
        work.stopped();
    }

    private void pause(Throwable failure) {
        failures++;
        Duration pause = backoff.after(failures);
        work.failed(failure, failures, pause);
        try {
            rest(pause.toNanos());
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }
}
