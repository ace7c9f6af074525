package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.retry.Backoff;
import io.fulfilment.messaging.retry.Causes;
import io.fulfilment.messaging.retry.WakeUp;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works off what is held, when it is due. */
final class RedeliveryThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliveryThread.class);

    /** Other replicas may hold keys, and leave them behind. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

    /** A key that is due may be with another replica. */
    private static final Duration SHORTEST_IDLE = Duration.ofMillis(50);

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Redelivery redelivery;
    private final WakeUp wakeUp;
    private final Backoff outage;
    private final boolean enabled;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private int failures;

    RedeliveryThread(Redelivery redelivery, WakeUp wakeUp, Backoff outage, boolean enabled) {
        this.redelivery = redelivery;
        this.wakeUp = wakeUp;
        this.outage = outage;
        this.enabled = enabled;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                if (!redelivery.workOff()) {
                    Duration idle = redelivery.idle(LONGEST_IDLE);
                    wakeUp.await(idle.compareTo(SHORTEST_IDLE) < 0 ? SHORTEST_IDLE : idle);
                }
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Not even an error ends the one thread that works them off.
                pause(e);
            }
        }
    }

    private void pause(Throwable failure) {
        failures++;
        Duration pause = outage.after(failures);
        LOG.warn("Redelivery failed {} times in a row; next attempt in {}: {}", failures, pause, Causes.of(failure));
        LOG.debug("Redelivery failed", failure);
        try {
            if (stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("Stopping instead");
            }
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        Thread started = Thread.ofPlatform().name("redelivery").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        wakeUp.ring();
        try {
            if (!running.join(STOPPING)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
