package io.fulfilment.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The paths of a small picture, in as many pieces as there are gaps in between. */
final class Drawing {

    private final double highest;
    private final List<SortedMap<Integer, Double>> pieces = new ArrayList<>(List.of(new TreeMap<>()));

    Drawing(double highest) {
        this.highest = highest;
    }

    /** @param value null for a gap; the highest of a slice counts */
    void add(int slice, @Nullable Float value) {
        if (value != null) {
            pieces.getLast().merge(slice, value.doubleValue(), Math::max);
        } else if (!pieces.getLast().isEmpty()) {
            pieces.add(new TreeMap<>());
        }
    }

    String line() {
        return pieces.stream()
                .filter(piece -> !piece.isEmpty())
                .map(piece -> "M" + points(piece))
                .collect(Collectors.joining());
    }

    String area() {
        return pieces.stream()
                .filter(piece -> !piece.isEmpty())
                .map(piece ->
                        "M" + ground(piece.firstKey()) + "L" + points(piece) + "L" + ground(piece.lastKey()) + "Z")
                .collect(Collectors.joining());
    }

    private String points(SortedMap<Integer, Double> piece) {
        return piece.entrySet().stream()
                .map(point ->
                        Sparkline.x(point.getKey()) + "," + Sparkline.y(highest == 0 ? 0 : point.getValue() / highest))
                .collect(Collectors.joining("L"));
    }

    private static String ground(int slice) {
        return Sparkline.x(slice) + "," + Sparkline.HEIGHT;
    }
}
