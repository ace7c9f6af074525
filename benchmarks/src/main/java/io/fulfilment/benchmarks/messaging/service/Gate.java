package io.fulfilment.benchmarks.messaging.service;

import org.springframework.context.SmartLifecycle;

/** Holds the service when all of it is made and nothing runs yet, neither relay nor consumer. */
final class Gate implements SmartLifecycle {

    private final Runnable wait;
    private volatile boolean open;

    Gate(Runnable wait) {
        this.wait = wait;
    }

    @Override
    public void start() {
        wait.run();
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
