package io.fulfilment.benchmarks.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fulfilment.benchmarks.Percentiles;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param latency null if it was left out; so are the others
 */
record MessagingReport(
        MessagingOptions options,
        List<Measured> measured,
        @Nullable Latency latency,
        @Nullable Growth growth,
        @Nullable Memory memory,
        List<String> faults) {

    private static final String ROW = "%-22s %10s %10s %10s %10s %10s %10s%n";

    boolean isGood() {
        return faults.isEmpty();
    }

    /** The relay's share of what the slower of its two ends would do by itself; null without the figures for it. */
    @JsonProperty
    @Nullable
    Double drainPercentOfLimit() {
        Optional<Measured> drain = named("relay drain");
        Optional<Measured> delete = named("DELETE … RETURNING");
        Optional<Measured> produce = named("idempotent producer");
        if (drain.isEmpty() || delete.isEmpty() || produce.isEmpty()) {
            return null;
        }
        long limit = Math.min(delete.get().perSecond(), produce.get().perSecond());
        return 100.0 * drain.get().perSecond() / limit;
    }

    private Optional<Measured> named(String name) {
        return measured.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%nof what was measured, processor ms per 1,000%n");
        out.printf(ROW, "", "per second", "processes", "service", "postgres", "kafka", "driver");
        measured.forEach(each -> out.printf(ROW, row(each).toArray()));
        out.println();
        if (latency != null) {
            out.printf("%-22s %10s %10s %10s%n", "milliseconds", "p50", "p99", "max");
            row(out, "due to commit", latency.late());
            row(out, "commit to consumer", latency.seen());
            out.println();
        }
        if (growth != null) {
            growth.print(out);
        }
        if (memory != null) {
            memory.print(out);
        }
        Double percent = drainPercentOfLimit();
        if (percent != null) {
            out.printf(Locale.ROOT, "the relay drains at %.0f %% of the slower of deleting and producing%n", percent);
        }
        measured.stream()
                .filter(each -> each.repeated() > 0)
                .forEach(each -> out.println(each.name() + ": " + each.repeated() + " came again"));
        faults.forEach(out::println);
        out.println(faults.isEmpty() ? "all complete and in order" : faults.size() + " faults");
    }

    private static Stream<String> row(Measured each) {
        Stream<String> figures = Stream.of(
                each.name(),
                String.format(Locale.ROOT, "%,d", each.perSecond()),
                perThousand(each, each.cost().sum()));
        Stream<String> split = Stream.of("service", "postgres", "kafka")
                .map(name -> each.cost().millis().get(name))
                .map(millis -> millis == null ? "" : perThousand(each, millis));
        return Stream.of(figures, split, Stream.of(perThousand(each, each.cost().driverMillis())))
                .flatMap(part -> part);
    }

    private static String perThousand(Measured each, long millis) {
        return String.format(Locale.ROOT, "%.2f", each.perThousand(millis));
    }

    private static void row(PrintStream out, String what, Percentiles times) {
        out.printf(Locale.ROOT, "%-22s %10.1f %10.1f %10.1f%n", what, times.p50(), times.p99(), times.max());
    }
}
