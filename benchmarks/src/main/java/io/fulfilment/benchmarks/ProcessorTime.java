package io.fulfilment.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up the processor time of each part of the system between its making and {@link #stop()}. A process that ends takes
 * its figures with it, so whoever kills one has them read just before.
 */
final class ProcessorTime {

    /**
     * @param millis by the name of the process
     * @param lost what is not in these: processes that ended unannounced, with all that they used since they were looked at
     */
    record Used(SortedMap<String, Long> millis, List<String> lost) {}

    private record Seen(long pid, long millis) {}

    private final LocalSystem system;
    private final Map<String, Seen> last = new HashMap<>();
    private final SortedMap<String, Long> used = new TreeMap<>();
    private final Set<Long> expectedToEnd = new HashSet<>();
    private final List<String> lost = new ArrayList<>();

    ProcessorTime(LocalSystem system) {
        this.system = system;
        look();
        used.replaceAll((name, millis) -> 0L);
    }

    synchronized void beforeKillOf(long pid) {
        look();
        expectedToEnd.add(pid);
    }

    synchronized Used stop() {
        look();
        return new Used(new TreeMap<>(used), List.copyOf(lost));
    }

    private void look() {
        SortedMap<String, Long> processes = system.processes();
        ProcessTable table = ProcessTable.read();
        last.forEach((name, seen) -> {
            if (!table.has(seen.pid()) && expectedToEnd.add(seen.pid())) {
                lost.add(name + " (" + seen.pid() + ") ended by itself");
            }
        });
        processes.forEach((name, pid) -> {
            if (table.has(pid)) {
                var others = new HashSet<>(processes.values());
                others.remove(pid);
                long millis = table.millisOf(pid, others);
                Seen before = last.put(name, new Seen(pid, millis));
                long since = before != null && before.pid() == pid ? millis - before.millis() : millis;
                used.merge(name, Math.max(0, since), Long::sum);
            }
        });
    }
}
