package io.fulfilment.saga.work;

import io.fulfilment.messaging.retry.Backoff;
import io.fulfilment.messaging.retry.Causes;
import io.fulfilment.messaging.retry.WakeUp;
import io.fulfilment.messaging.retry.Worker;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works in rounds while the service runs. Rounds that fail are repeated after pauses that grow. */
public final class SagaThread implements Worker.Work, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SagaThread.class);
    private static final Backoff OUTAGE = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final String name;
    private final Supplier<Duration> round;
    private final Worker worker;

    /** @param round says how long there is nothing to do; 0 to go on at once */
    public SagaThread(String name, Supplier<Duration> round) {
        this.name = name;
        this.round = round;
        this.worker = new Worker(name, this, new WakeUp(), OUTAGE, STOPPING);
    }

    @Override
    public Duration round() {
        var idle = round.get();
        worker.isWell();
        return idle;
    }

    @Override
    public void failed(Throwable failure, int times, Duration pause) {
        LOG.warn("{} failed {} times in a row; next attempt in {}: {}", name, times, pause, Causes.of(failure));
        LOG.debug("{} failed", name, failure);
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
