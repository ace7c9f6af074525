package io.fulfilment.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * What a run found.
 *
 * @param lastFinalSeconds from the last acknowledgement to the last final order; NaN if some never became final
 * @param processorMillis by the name of the process
 */
record Report(
        long seed,
        int orders,
        int rate,
        int declinedPercent,
        boolean killed,
        int repeatedPosts,
        int notFinal,
        double seconds,
        double lastFinalSeconds,
        Percentiles acknowledged,
        Percentiles decided,
        Percentiles ended,
        Percentiles endedSeenByGet,
        SortedMap<String, Long> processorMillis,
        List<String> discrepancies) {

    double processorMillisPerSaga() {
        return processorMillis.values().stream().mapToLong(Long::longValue).sum() / (double) orders;
    }

    boolean isGood() {
        return notFinal == 0 && discrepancies.isEmpty();
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "seed %d: %d orders at %d/s, %d %% declined%s%n",
                seed,
                orders,
                rate,
                declinedPercent,
                killed ? ", each service killed once" : "");
        out.printf(
                Locale.ROOT,
                "all within %.1f s; last final %.1f s after the last was accepted; %d not final; %d POSTs repeated%n%n",
                seconds,
                lastFinalSeconds,
                notFinal,
                repeatedPosts);
        out.printf("%-34s %8s %8s %8s%n", "milliseconds from POST sent to", "p50", "p99", "max");
        row(out, "202", acknowledged);
        row(out, "CONFIRMED or REJECTED", decided);
        row(out, "COMPLETED or REJECTED", ended);
        row(out, "final, as GET with Prefer: wait", endedSeenByGet);
        out.printf("%n%-34s %8s%n", "processor ms per saga", "");
        processorMillis.forEach(
                (name, millis) -> out.printf(Locale.ROOT, "%-34s %8.2f%n", name, millis / (double) orders));
        out.printf(Locale.ROOT, "%-34s %8.2f%n%n", "all processes", processorMillisPerSaga());
        discrepancies.stream().limit(20).forEach(out::println);
        out.println(discrepancies.isEmpty() ? "the books add up" : discrepancies.size() + " discrepancies");
    }

    private static void row(PrintStream out, String what, Percentiles times) {
        out.printf(Locale.ROOT, "%-34s %8.1f %8.1f %8.1f%n", what, times.p50(), times.p99(), times.max());
    }
}
