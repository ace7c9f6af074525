package io.fulfilment.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What can befall a process of the system. Each is seen to have been there, and to be over. */
final class Faults {

    private static final long SIGNAL_PATIENCE_NANOS = 5_000_000_000L;
    private static final long LOOK_EVERY_NANOS = 10_000_000L;

    private final LocalSystem system;
    private final ProcessorTime processorTime;

    Faults(LocalSystem system, ProcessorTime processorTime) {
        this.system = system;
        this.processorTime = processorTime;
    }

    /**
     * Kills it with -9, and starts another in its place.
     *
     * @return when it was killed, in nanoseconds
     * @throws IllegalStateException if it lives on, or none has taken its place
     */
    long kill(String name) {
        long victim = livingProcessOf(name);
        processorTime.beforeKillOf(victim);
        long killed = killAndStart(name, victim);
        if (isAlive(victim)) {
            throw new IllegalStateException("process " + victim + " lives on");
        }
        livingProcessOf(name);
        return killed;
    }

    /**
     * Stops it with SIGSTOP, and lets it continue after this time.
     *
     * @throws IllegalStateException if it wasn't stopped, or not until then, or doesn't continue
     */
    void pause(String name, Duration time) {
        pauseDuring(name, () -> Due.await(System.nanoTime() + time.toNanos()));
    }

    void pauseDuring(String name, Runnable meanwhile) {
        long victim = livingProcessOf(name);
        try {
            system.signal("STOP", victim);
            awaitStopped(victim, true);
            meanwhile.run();
            requireStopped(victim, true);
        } finally {
            system.signal("CONT", victim);
        }
        awaitStopped(victim, false);
    }

    /** Has it continue if it was paused, and starts it if it doesn't run. */
    void heal(String name) {
        Long pid = system.processes().get(name);
        if (pid != null && isAlive(pid)) {
            system.signal("CONT", pid);
        } else {
            system.command("start", name);
        }
    }

    /** Whatever there is to say against the kill: orders wait for a service that is dead. */
    private long killAndStart(String name, long victim) {
        try {
            system.command("kill", name);
            return System.nanoTime();
        } finally {
            if (!isAlive(victim)) {
                system.command("start", name);
            }
        }
    }

    /** A signal that was sent has not arrived yet. */
    private static void awaitStopped(long pid, boolean stopped) {
        long deadline = System.nanoTime() + SIGNAL_PATIENCE_NANOS;
        while (ProcessTable.read().isStopped(pid) != stopped && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        requireStopped(pid, stopped);
    }

    private static void requireStopped(long pid, boolean stopped) {
        ProcessTable table = ProcessTable.read();
        if (!table.has(pid) || table.isStopped(pid) != stopped) {
            throw new IllegalStateException("process " + pid + (stopped ? " is not stopped" : " does not continue"));
        }
    }

    private long livingProcessOf(String name) {
        Long pid = system.processes().get(name);
        if (pid == null || !isAlive(pid)) {
            throw new IllegalStateException("it does not run");
        }
        return pid;
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
