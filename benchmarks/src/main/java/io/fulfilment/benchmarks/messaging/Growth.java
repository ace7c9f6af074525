package io.fulfilment.benchmarks.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * How much room the outbox and its queue take while rows flow through them.
 *
 * @param keptSeconds how long published rows stay
 * @param samples from when the first rows have been kept long enough
 */
record Growth(int rows, double seconds, int keptSeconds, List<Sample> samples) {

    /**
     * In bytes, tables with their indexes.
     *
     * @param published rows so far
     * @param live what the rows that have to be there take when nothing else is: those kept and those that wait
     * @param outbox what the ring takes
     * @param pending what the queue takes
     */
    record Sample(double second, long published, long waiting, long live, long outbox, long pending) {

        double timesLive() {
            return (double) (outbox + pending) / live;
        }
    }

    @JsonProperty
    double mostTimesLive() {
        return samples.stream().mapToDouble(Sample::timesLive).max().orElse(0);
    }

    private static final int LINES = 20;
    private static final double MEGABYTE = 1024 * 1024;
    private static final String ROW = "%-22s %12s %10s %10s %10s %10s %10s%n";

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "outbox of %,d rows, kept for %d s, megabytes%n", rows, keptSeconds);
        out.printf(ROW, "after seconds", "published", "waiting", "live", "outbox", "queue", "times live");
        int every = Math.max(1, samples.size() / LINES);
        for (int i = 0; i < samples.size(); i += every) {
            print(out, samples.get(i));
        }
        out.printf(
                Locale.ROOT,
                "at most %.2f times what is live; %,.0f rows per second%n%n",
                mostTimesLive(),
                rows / seconds);
    }

    private static void print(PrintStream out, Sample sample) {
        out.printf(
                ROW,
                String.format(Locale.ROOT, "%.0f", sample.second()),
                String.format(Locale.ROOT, "%,d", sample.published()),
                String.format(Locale.ROOT, "%,d", sample.waiting()),
                megabytes(sample.live()),
                megabytes(sample.outbox()),
                megabytes(sample.pending()),
                String.format(Locale.ROOT, "%.2f", sample.timesLive()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes / MEGABYTE);
    }
}
