package io.fulfilment.console.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A small picture of the last minutes: the highest values of so many slices of time, from the left to the right. */
record Sparkline(String line, String area, String label) {

    static final int WIDTH = 120;
    static final int HEIGHT = 28;
    private static final int SLICES = 60;
    private static final float MARGIN = 2;

    /** @param values up to now, as many as fit into {@code wanted}, which is the whole width */
    static Sparkline of(List<Float> values, int wanted) {
        float highest = values.isEmpty() ? 0 : Collections.max(values);
        int size = Math.max(1, wanted / SLICES);
        var line = new StringBuilder();
        for (int end = values.size(); end > 0; end -= size) {
            float value = Collections.max(values.subList(Math.max(0, end - size), end));
            line.insert(0, point(WIDTH * (1 - (values.size() - end) / (float) wanted), value, highest));
        }
        String points = line.toString().strip();
        return new Sparkline(points, area(points), label(highest));
    }

    private static String point(float x, float value, float highest) {
        float share = highest == 0 ? 0 : value / highest;
        float y = HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private static String area(String points) {
        if (points.isEmpty()) {
            return "";
        }
        String first = points.substring(0, points.indexOf(','));
        return first + "," + HEIGHT + " " + points + " " + WIDTH + "," + HEIGHT;
    }

    private static String label(float highest) {
        return "At most " + Words.count((long) highest) + " unread in the last five minutes";
    }
}
