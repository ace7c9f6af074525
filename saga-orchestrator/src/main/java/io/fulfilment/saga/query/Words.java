package io.fulfilment.saga.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** How values stand in sentences. */
public final class Words {

    private static final Duration MANY = Duration.ofMinutes(10);

    private Words() {}

    /** In UTC, to the second. */
    static String of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Without seconds where there are many minutes. */
    public static String about(Duration duration) {
        return of(duration.compareTo(MANY) < 0 ? duration : duration.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Such as {@code 1 hour 30 seconds}. */
    public static String of(Duration duration) {
        var parts = Stream.of(
                        count(duration.toDays(), "day"),
                        count(duration.toHoursPart(), "hour"),
                        count(duration.toMinutesPart(), "minute"),
                        count(duration.toSecondsPart(), "second"))
                .filter(part -> !part.startsWith("0 "))
                .toList();
        return parts.isEmpty() ? duration.toMillis() + " ms" : String.join(" ", parts);
    }

    /** Once, twice, 3 times … */
    public static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : n + " times";
    }

    /** Such as {@code a, b and c}. */
    static String and(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String count(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
