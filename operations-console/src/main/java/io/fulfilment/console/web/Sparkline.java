package io.fulfilment.console.web;

import io.fulfilment.console.lag.Recent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A small picture of the last minutes: the highest values of so many slices of time, from the left to the right. */
record Sparkline(String line, String area, String label) {

    static final int WIDTH = 120;
    static final int HEIGHT = 28;
    private static final int SLICES = 60;
    private static final float MARGIN = 2;

    /** @param values of the time that the whole width is, up to now, the oldest first */
    static Sparkline of(List<Recent> values, Duration width) {
        double slice = (double) width.toSeconds() / SLICES;
        double highest = 0;
        for (Recent value : values) {
            highest = Math.max(highest, value.lag() == null ? 0 : value.lag());
        }
        var drawing = new Drawing(highest);
        for (Recent value : values) {
            drawing.add(SLICES - (int) (value.secondsAgo() / slice), value.lag());
        }
        return new Sparkline(drawing.line(), drawing.area(), label(highest));
    }

    /** X of the right end of a slice, counted from 1. */
    static String x(int slice) {
        return decimal((double) WIDTH * slice / SLICES);
    }

    static String y(double share) {
        return decimal(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String label(double highest) {
        return "At most " + Words.count((long) highest) + " unread in the last five minutes";
    }
}
