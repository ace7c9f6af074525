package io.fulfilment.console.lag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of one topic of a group, in as many cells as its ring has. */
final class Track {

    private final float[] lag;
    private final float[] lagSeconds;
    private final float[] in;
    private final float[] out;

    Track(int capacity) {
        lag = blank(capacity);
        lagSeconds = blank(capacity);
        in = blank(capacity);
        out = blank(capacity);
    }

    private static float[] blank(int capacity) {
        var cells = new float[capacity];
        Arrays.fill(cells, Float.NaN);
        return cells;
    }

    void clear(int cell) {
        lag[cell] = lagSeconds[cell] = in[cell] = out[cell] = Float.NaN;
    }

    /** What is higher than what the cell has. */
    void raise(int cell, Figures figures) {
        raise(lag, cell, figures.lag());
        raise(lagSeconds, cell, figures.lagSeconds());
        raise(in, cell, figures.inPerSecond());
        raise(out, cell, figures.outPerSecond());
    }

    private static void raise(float[] cells, int cell, double value) {
        if (Float.isNaN(cells[cell]) || cells[cell] < value) {
            cells[cell] = (float) value;
        }
    }

    boolean isBlank() {
        for (float value : lag) {
            if (!Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    boolean has(int cell) {
        return !Float.isNaN(lag[cell]);
    }

    float lag(int cell) {
        return lag[cell];
    }

    Course.OfTopic course(String topic, int[] cells) {
        return new Course.OfTopic(
                topic, values(lag, cells), values(lagSeconds, cells), values(in, cells), values(out, cells));
    }

    private static List<@Nullable Float> values(float[] from, int[] cells) {
        List<@Nullable Float> values = new ArrayList<>(cells.length);
        for (int cell : cells) {
            values.add(Float.isNaN(from[cell]) ? null : Float.valueOf(from[cell]));
        }
        return values;
    }
}
