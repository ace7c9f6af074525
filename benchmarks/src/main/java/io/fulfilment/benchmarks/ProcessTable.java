package io.fulfilment.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One reading of Linux's process table: who belongs to whom, and the processor time of each. */
final class ProcessTable {

    /** Clock ticks are hundredths of a second on every Linux that Java runs on. */
    private static final int MILLIS_PER_TICK = 10;

    private record Row(long parent, long millis) {}

    private final Map<Long, Row> rows = new HashMap<>();

    private ProcessTable() {}

    static ProcessTable read() {
        var table = new ProcessTable();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return table;
    }

    private void add(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            // The second field, the command, may hold blanks and parentheses; the rest is plain.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            // utime, stime, and those of children that ended and were waited for
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            rows.put(
                    Long.parseLong(process.getFileName().toString()),
                    new Row(Long.parseLong(fields[1]), ticks * MILLIS_PER_TICK));
        } catch (IOException ended) {
            rows.remove(Long.parseLong(process.getFileName().toString()));
        }
    }

    boolean has(long pid) {
        return rows.containsKey(pid);
    }

    /** Processor milliseconds of a process and all its descendants, but those below another root. */
    long millisOf(long root, java.util.Collection<Long> otherRoots) {
        return rows.entrySet().stream()
                .filter(row -> isBelow(row.getKey(), root, otherRoots))
                .mapToLong(row -> row.getValue().millis())
                .sum();
    }

    private boolean isBelow(long pid, long root, java.util.Collection<Long> otherRoots) {
        long current = pid;
        while (current != root) {
            Row row = rows.get(current);
            if (row == null || otherRoots.contains(current)) {
                return false;
            }
            current = row.parent();
        }
        return true;
    }
}
