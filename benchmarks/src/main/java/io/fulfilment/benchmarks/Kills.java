package io.fulfilment.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Kills each service once with -9 and starts it again, evenly over a time. */
final class Kills implements Runnable {

    private final LocalSystem system;
    private final Duration over;

    Kills(LocalSystem system, Duration over) {
        this.system = system;
        this.over = over;
    }

    @Override
    public void run() {
        long pause = over.dividedBy(LocalSystem.SERVICES.size() + 1L).toNanos();
        for (String service : LocalSystem.SERVICES) {
            LockSupport.parkNanos(pause);
            long before = pid(service);
            system.command("kill", service);
            system.command("start", service);
            System.out.println("killed " + service + " (" + before + ") and started it again (" + pid(service) + ")");
        }
    }

    private long pid(String service) {
        return system.processes().getOrDefault(service, -1L);
    }
}
