package io.fulfilment.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Latencies in milliseconds; percentiles by the nearest rank. */
public record Percentiles(int count, double p50, double p99, double max) {

    public static Percentiles ofNanos(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Percentiles(sorted.length, rank(sorted, 50), rank(sorted, 99), rank(sorted, 100));
    }

    private static double rank(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(percent / 100.0 * sorted.length) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElseThrow() / 1e6;
    }
}
