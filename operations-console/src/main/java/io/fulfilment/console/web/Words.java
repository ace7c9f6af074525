package io.fulfilment.console.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Words {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Words() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 && perSecond > 0 ? "%,.1f" : "%,.0f", perSecond);
    }

    /** To the tenth of a second where it is short, to a hundredth part or so where it is long. */
    static String time(double seconds) {
        return seconds > 0 && seconds < MINUTE
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : wholeTime(Math.round(seconds));
    }

    static String wholeTime(long whole) {
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return pair(whole / MINUTE, "min", whole % MINUTE, "s");
        }
        return whole < DAY
                ? pair(whole / HOUR, "h", whole % HOUR / MINUTE, "min")
                : pair(whole / DAY, "d", whole % DAY / HOUR, "h");
    }

    private static String pair(long large, String unit, long small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    static String drain(@Nullable Double seconds) {
        return seconds == null ? "not in sight" : time(seconds);
    }
}
