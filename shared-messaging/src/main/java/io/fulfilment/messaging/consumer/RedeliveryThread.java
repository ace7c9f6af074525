package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.retry.Backoff;
import io.fulfilment.messaging.retry.Causes;
import io.fulfilment.messaging.retry.WakeUp;
import io.fulfilment.messaging.retry.Worker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works off what is held, when it is due. */
final class RedeliveryThread implements Worker.Work, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliveryThread.class);

    /** Other replicas may hold keys, and leave them behind. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

    /** A key that is due may be with another replica. */
    private static final Duration SHORTEST_IDLE = Duration.ofMillis(50);

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Redelivery redelivery;
    private final boolean enabled;
    private final Worker worker;

    RedeliveryThread(Redelivery redelivery, WakeUp wakeUp, Backoff outage, boolean enabled) {
        this.redelivery = redelivery;
        this.enabled = enabled;
        this.worker = new Worker("redelivery", this, wakeUp, outage, STOPPING);
    }

    @Override
    public Duration round() {
        boolean more = redelivery.workOff();
        Duration idle = more ? Duration.ZERO : redelivery.idle(LONGEST_IDLE);
        worker.isWell();
        return more || idle.compareTo(SHORTEST_IDLE) >= 0 ? idle : SHORTEST_IDLE;
    }

    @Override
    public void failed(Throwable failure, int times, Duration pause) {
        LOG.warn("Redelivery failed {} times in a row; next attempt in {}: {}", times, pause, Causes.of(failure));
        LOG.debug("Redelivery failed", failure);
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
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
