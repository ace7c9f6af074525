package io.fulfilment.console.web;

import io.fulfilment.console.lag.LagReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * When it was that what a page shows was so.
 *
 * @param late if Kafka has not answered since
 */
record Freshness(String instant, String time, String age, boolean late) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final int LATE_SECONDS = 4;

    static Freshness of(LagReport report, Instant now) {
        long age = report.ageAt(now).toSeconds();
        return new Freshness(
                report.observedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                TIME.format(report.observedAt()),
                Words.wholeTime(age),
                age >= LATE_SECONDS);
    }
}
