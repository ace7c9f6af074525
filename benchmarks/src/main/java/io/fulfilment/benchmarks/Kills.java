package io.fulfilment.benchmarks;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills each service once with -9 and starts it again: at even distances within a time, whether or not those that were
 * killed before are back.
 */
final class Kills {

    /**
     * @param fault why it doesn't count; empty if the process was seen to die in time, and another in its place
     * @param killedAfterSeconds from the beginning of the time
     * @param backAfterSeconds from there, too
     */
    record Kill(String service, String fault, double killedAfterSeconds, double backAfterSeconds) {}

    private final Faults faults;
    private final Duration over;

    Kills(Faults faults, Duration over) {
        this.faults = faults;
        this.over = over;
    }

    /** Returns when all are back, or could not be brought back. */
    List<Kill> perform() throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        long distance = over.dividedBy(LocalSystem.SERVICES.size() + 1L).toNanos();
        var kills = new ArrayList<Future<Kill>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String service : LocalSystem.SERVICES) {
                long due = start + (kills.size() + 1) * distance;
                kills.add(threads.submit(() -> {
                    Due.await(due);
                    return kill(service, start);
                }));
            }
        }
        var performed = new ArrayList<Kill>();
        for (Future<Kill> kill : kills) {
            performed.add(kill.get());
        }
        return performed;
    }

    private Kill kill(String service, long start) {
        try {
            long killed = faults.kill(service) - start;
            if (killed > over.toNanos()) {
                return failed(service, "it came only " + seconds(killed) + " s after the beginning");
            }
            return new Kill(service, "", seconds(killed), seconds(System.nanoTime() - start));
        } catch (IllegalStateException | UncheckedIOException e) {
            return failed(service, String.valueOf(e.getMessage()));
        }
    }

    private static Kill failed(String service, String why) {
        return new Kill(service, "the kill of " + service + " failed: " + why, Double.NaN, Double.NaN);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
