package io.fulfilment.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One reading of Linux's process table: who belongs to whom, and the state and processor time of each. */
public final class ProcessTable {

    /** Clock ticks are hundredths of a second on every Linux that Java runs on. */
    private static final int MILLIS_PER_TICK = 10;

    private record Row(char state, long parent, long own, long ofEndedChildren) {}

    private final Map<Long, Row> rows = new HashMap<>();

    private ProcessTable() {}

    public static ProcessTable read() {
        var table = new ProcessTable();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            // The second field, the command, may hold blanks and parentheses; the rest is plain.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // utime and stime; cutime and cstime, of children that ended and were waited for
            rows.put(
                    Long.parseLong(process.getFileName().toString()),
                    new Row(fields[0].charAt(0), Long.parseLong(fields[1]), millis(fields, 11), millis(fields, 13)));
        } catch (IOException ended) {
            rows.remove(Long.parseLong(process.getFileName().toString()));
        }
    }

    private static long millis(String[] fields, int first) {
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) * MILLIS_PER_TICK;
    }

    /** Whether it is there, and was stopped by a signal. */
    public boolean isStopped(long pid) {
        Row row = rows.get(pid);
        return row != null && row.state() == 'T';
    }

    public boolean has(long pid) {
        return rows.containsKey(pid);
    }

    /**
     * Processor milliseconds of a process and all its descendants, but those below another root. Children that ended are
     * in it, too, unless the process is the parent of another root: those were roots themselves.
     */
    public long millisOf(long root, Collection<Long> otherRoots) {
        boolean parentOfRoots = otherRoots.stream().map(rows::get).anyMatch(row -> row != null && row.parent() == root);
        return rows.entrySet().stream()
                .filter(row -> isBelow(row.getKey(), root, otherRoots))
                .map(Map.Entry::getValue)
                .mapToLong(row -> row.own() + (parentOfRoots ? 0 : row.ofEndedChildren()))
                .sum();
    }

    private boolean isBelow(long pid, long root, Collection<Long> otherRoots) {
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
