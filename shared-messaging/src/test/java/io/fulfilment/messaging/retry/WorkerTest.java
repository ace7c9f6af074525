package io.fulfilment.messaging.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest implements Worker.Work {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final WakeUp wakeUp = new WakeUp();
    private final Worker worker =
            new Worker("worker", this, wakeUp, new Backoff(Duration.ofNanos(1), Duration.ofMillis(1)), LONG);
    private final BlockingQueue<Supplier<Duration>> rounds = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

    @Override
    public Duration round() throws InterruptedException {
        seen.add("round");
        return rounds.take().get();
    }

    @Override
    public void failed(Throwable failure, int times, Duration pause) {
        seen.add(times + " " + failure.getMessage());
    }

    @Override
    public void stopped() {
        seen.add("stopped on " + Thread.currentThread().getName());
    }

    @Override
    public void ended() {
        seen.add("ended");
    }

    @AfterEach
    void end() {
        rounds.add(() -> LONG);
        worker.stop();
    }

    @Test
    void goesOnAfterWhateverFails() throws InterruptedException {
        rounds.add(() -> {
            throw new IllegalStateException("first");
        });
        rounds.add(() -> {
            throw new StackOverflowError("second");
        });

        worker.start();

        assertSeen("round", "1 first", "round", "2 second", "round");
    }

    @Test
    void countsAnewWhatFailsAfterAllWasWell() throws InterruptedException {
        rounds.add(() -> {
            throw new IllegalStateException("first");
        });
        rounds.add(() -> {
            worker.isWell();
            return Duration.ZERO;
        });
        rounds.add(() -> Duration.ZERO);
        rounds.add(() -> {
            throw new IllegalStateException("second");
        });

        worker.start();

        assertSeen("round", "1 first", "round", "round", "round", "1 second");
    }

    @Test
    void idlesUntilItIsWoken() throws InterruptedException {
        rounds.add(() -> LONG);
        worker.start();
        assertSeen("round");
        assertThat(seen.poll(20, TimeUnit.MILLISECONDS)).isNull();

        wakeUp.ring();

        assertSeen("round");
    }

    @Test
    void endsItsIdlingToStop() throws InterruptedException {
        rounds.add(() -> LONG);
        worker.start();
        assertSeen("round");
        assertThat(worker.isRunning()).isTrue();

        worker.stop();

        assertThat(seen).containsExactly("stopped on worker", "ended");
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void endsItsRestToStop() throws InterruptedException {
        rounds.add(() -> {
            seen.add("resting");
            try {
                worker.rest(LONG.toNanos());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Duration.ZERO;
        });
        worker.start();
        assertSeen("round", "resting");

        worker.stop();

        assertThat(seen).containsExactly("stopped on worker", "ended");
    }

    @Test
    void interruptsWhatTakesTooLongAndDoesNotStartBesideIt() throws InterruptedException {
        var impatient = new Worker(
                "worker", this, wakeUp, new Backoff(Duration.ofNanos(1), Duration.ofMillis(1)), Duration.ZERO);
        var interrupted = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        rounds.add(() -> {
            seen.add("hanging");
            try {
                hang();
            } catch (InterruptedException e) {
                interrupted.countDown();
                awaitUninterruptibly(end);
                Thread.currentThread().interrupt();
            }
            return LONG;
        });
        impatient.start();
        assertSeen("round", "hanging");

        impatient.stop();

        assertThat(interrupted.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(impatient.isRunning()).isFalse();
        assertThatThrownBy(impatient::start).isInstanceOf(IllegalStateException.class);
        end.countDown();
        assertSeen("ended");
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void startsAnewAfterAStop() throws InterruptedException {
        rounds.add(() -> LONG);
        worker.start();
        assertSeen("round");
        worker.stop();
        assertSeen("stopped on worker", "ended");

        worker.start();

        assertSeen("round");
    }

    private void assertSeen(Object... expected) throws InterruptedException {
        for (Object next : expected) {
            assertThat(seen.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(next);
        }
    }
}
