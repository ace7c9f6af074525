package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Torment.Fault;
import io.fulfilment.benchmarks.Torment.Kind;
import java.util.List;
import java.util.Locale;

/**
 * What a torment came to.
 *
 * @param lastFaultSeconds from the first order to the end of the last fault
 * @param lastFinalSeconds from there to the last final order; 0 if that came before
 * @param failures of faults, in words
 */
record Tormented(
        String service,
        long kills,
        long pauses,
        double lastFaultSeconds,
        double lastFinalSeconds,
        List<String> failures) {

    /**
     * @param begin when the first order was placed, in nanoseconds
     * @param lastFinal when the last became final
     */
    static Tormented of(String service, List<Fault> faults, long begin, long lastFinal) {
        long lastOver = Torment.lastOverAt(faults).orElse(begin);
        return new Tormented(
                service,
                count(faults, Kind.KILL),
                count(faults, Kind.PAUSE),
                (lastOver - begin) / 1e9,
                Math.max(0, lastFinal - lastOver) / 1e9,
                faults.stream()
                        .map(Fault::failure)
                        .filter(failure -> !failure.isEmpty())
                        .toList());
    }

    private static long count(List<Fault> faults, Kind kind) {
        return faults.stream()
                .filter(fault -> fault.kind() == kind && fault.failure().isEmpty())
                .count();
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "tormented %s: %d kills and %d pauses, the last over after %.1f s; the last order was final %.1f s later",
                service,
                kills,
                pauses,
                lastFaultSeconds,
                lastFinalSeconds);
    }
}
