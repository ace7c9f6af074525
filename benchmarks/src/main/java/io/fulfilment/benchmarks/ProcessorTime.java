package io.fulfilment.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Adds up the processor time of each part of the system between its making and {@link #stop()}. It looks often enough
 * that a process which is killed meanwhile loses at most what it used since the last look.
 */
final class ProcessorTime {

    private static final int LOOK_EVERY_MILLIS = 250;

    private record Seen(long pid, long millis) {}

    private final LocalSystem system;
    private final Map<String, Seen> last = new HashMap<>();
    private final SortedMap<String, Long> used = new TreeMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    ProcessorTime(LocalSystem system) {
        this.system = system;
        look();
        used.replaceAll((name, millis) -> 0L);
        looks.scheduleAtFixedRate(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        SortedMap<String, Long> processes = system.processes();
        ProcessTable table = ProcessTable.read();
        processes.forEach((name, pid) -> {
            if (table.has(pid)) {
                var others = new java.util.HashSet<>(processes.values());
                others.remove(pid);
                long millis = table.millisOf(pid, others);
                Seen before = last.put(name, new Seen(pid, millis));
                long since = before != null && before.pid() == pid ? millis - before.millis() : millis;
                used.merge(name, Math.max(0, since), Long::sum);
            }
        });
    }

    /** Milliseconds by the name of the process. */
    SortedMap<String, Long> stop() {
        looks.shutdown();
        look();
        synchronized (this) {
            return new TreeMap<>(used);
        }
    }
}
