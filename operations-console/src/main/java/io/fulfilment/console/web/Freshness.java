package io.fulfilment.console.web;

import io.fulfilment.console.lag.LagReport;
import io.fulfilment.console.lag.Moment;
import java.time.Duration;
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

    /** @param late the age from which on it is late */
    static Freshness of(LagReport report, Moment now, Duration late) {
        Duration age = report.ageAt(now);
        return new Freshness(
                report.observedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                TIME.format(report.observedAt()),
                Words.wholeTime(age.toSeconds()),
                age.compareTo(late) >= 0);
    }
}
