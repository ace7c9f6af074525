package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.ProcessTable;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Processor time.
 *
 * @param millis by the name of the process; each with its children, such as PostgreSQL's
 * @param driverMillis the benchmark's own, which is not in these
 */
record Cost(SortedMap<String, Long> millis, long driverMillis) {

    /** What the processes have used since they began. */
    static Cost soFar(SortedMap<String, Long> pids) {
        ProcessTable table = ProcessTable.read();
        var millis = new TreeMap<String, Long>();
        pids.forEach((name, pid) -> millis.put(name, table.millisOf(pid, Set.of())));
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Cost(millis, own.toMillis());
    }

    Cost minus(Cost before) {
        var spent = new TreeMap<String, Long>();
        millis.forEach((name, now) -> spent.put(name, now - before.millis().getOrDefault(name, 0L)));
        return new Cost(spent, driverMillis - before.driverMillis());
    }

    /** Without the driver's. */
    long sum() {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }
}
