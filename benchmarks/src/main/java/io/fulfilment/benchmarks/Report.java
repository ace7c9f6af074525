package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Cancellations.Outcome;
import io.fulfilment.benchmarks.Kills.Kill;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param kills empty if none was asked for
 * @param tormented null if that wasn't asked for
 * @param cancellations how many were answered how
 * @param race null if none was asked for
 * @param lastFinalSeconds from the last acknowledgement to the last final order; NaN if some never became final
 * @param sent how late the driver was itself
 * @param processorMillis by the name of the process
 * @param processorTimeLost what is missing there
 * @param driverMillis the driver's own processor time, which is not in it
 */
record Report(
        long seed,
        int orders,
        int rate,
        int declinedPercent,
        int cancelledPercent,
        int warmUp,
        int warmUpRate,
        List<Kill> kills,
        @Nullable Tormented tormented,
        Map<Outcome, Long> cancellations,
        @Nullable Race race,
        int repeatedPosts,
        int notFinal,
        double seconds,
        double lastFinalSeconds,
        Percentiles sent,
        Percentiles acknowledged,
        Percentiles decided,
        Percentiles ended,
        Percentiles endedSeenByGet,
        SortedMap<String, Long> processorMillis,
        List<String> processorTimeLost,
        long driverMillis,
        List<String> discrepancies) {

    double processorMillisPerSaga() {
        return processorMillis.values().stream().mapToLong(Long::longValue).sum() / (double) orders;
    }

    boolean isGood() {
        return notFinal == 0
                && discrepancies.isEmpty()
                && processorTimeLost.isEmpty()
                && (tormented == null || tormented.failures().isEmpty())
                && kills.stream().allMatch(kill -> kill.fault().isEmpty());
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "seed %d: %d orders at %d/s after %d at %d/s, %d %% declined%n",
                seed,
                orders,
                rate,
                warmUp,
                warmUpRate,
                declinedPercent);
        kills.forEach(kill -> print(out, kill));
        if (tormented != null) {
            out.println(tormented.inWords());
            tormented.failures().forEach(out::println);
        }
        if (!cancellations.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "cancellations: %d accepted, %d refused, %d refused after an attempt without an answer%n",
                    cancellations.getOrDefault(Outcome.ACCEPTED, 0L),
                    cancellations.getOrDefault(Outcome.REFUSED, 0L),
                    cancellations.getOrDefault(Outcome.UNCLEAR, 0L));
        }
        if (race != null) {
            out.println(race.inWords());
        }
        out.printf(
                Locale.ROOT,
                "all within %.1f s; last final %.1f s after the last was accepted; %d not final; %d POSTs repeated%n%n",
                seconds,
                lastFinalSeconds,
                notFinal,
                repeatedPosts);
        out.printf("%-34s %8s %8s %8s%n", "milliseconds from POST due to", "p50", "p99", "max");
        row(out, "POST sent", sent);
        row(out, "202", acknowledged);
        row(out, "CONFIRMED or REJECTED", decided);
        row(out, "COMPLETED or REJECTED", ended);
        row(out, "final, as GET with Prefer: wait", endedSeenByGet);
        out.printf("%n%-34s %8s%n", "processor ms per saga", "");
        processorMillis.forEach(
                (name, millis) -> out.printf(Locale.ROOT, "%-34s %8.2f%n", name, millis / (double) orders));
        out.printf(Locale.ROOT, "%-34s %8.2f%n", "all processes", processorMillisPerSaga());
        processorTimeLost.forEach(what -> out.println("not counted: " + what));
        out.printf(Locale.ROOT, "%-34s %8.2f%n%n", "the driver, not in these", driverMillis / (double) orders);
        discrepancies.stream().limit(20).forEach(out::println);
        out.println(discrepancies.isEmpty() ? "the books add up" : discrepancies.size() + " discrepancies");
    }

    private static void print(PrintStream out, Kill kill) {
        if (kill.fault().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "killed %s after %.1f s, back after %.1f s%n",
                    kill.service(),
                    kill.killedAfterSeconds(),
                    kill.backAfterSeconds());
        } else {
            out.println(kill.fault());
        }
    }

    private static void row(PrintStream out, String what, Percentiles times) {
        out.printf(Locale.ROOT, "%-34s %8.1f %8.1f %8.1f%n", what, times.p50(), times.p99(), times.max());
    }
}
