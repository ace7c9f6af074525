package io.fulfilment.saga.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of horizontal and vertical pieces.
 *
 * @param style the name of its class in the style sheet
 * @param label may be empty
 * @param labelAt the middle of the label's base line
 */
record Route(String style, List<Point> points, boolean hasArrow, String label, Point labelAt) {

    static final String FLOW = "flow";
    static final String BACK = "back";
    static final String FOLLOW = "follow";

    record Point(int x, int y) {}

    static Route of(String style, Point... points) {
        return new Route(style, List.of(points), true, "", points[0]);
    }

    Route labelled(String text, Point at) {
        return new Route(style, points, hasArrow, text, at);
    }

    Route withoutArrow() {
        return new Route(style, points, false, label, labelAt);
    }

    /** As the attribute {@code d} of a path. */
    String path() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" L", "M", ""));
    }

    /** Lines from everything above to everything below, with a bar between if there are several. */
    static List<Route> between(List<Box> from, List<Box> to, String style) {
        if (from.size() == 1
                && to.size() == 1
                && from.getFirst().centerX() == to.getFirst().centerX()) {
            return List.of(of(style, below(from.getFirst()), above(to.getFirst())));
        }
        int bar = (from.stream().mapToInt(Box::bottom).max().orElse(0)
                        + to.stream().mapToInt(Box::y).min().orElse(0))
                / 2;
        var routes = new ArrayList<Route>();
        from.forEach(box ->
                routes.add(of(style, below(box), new Point(box.centerX(), bar)).withoutArrow()));
        to.forEach(box -> routes.add(of(style, new Point(box.centerX(), bar), above(box))));
        var all = new ArrayList<>(from);
        all.addAll(to);
        routes.add(of(
                        style,
                        new Point(all.stream().mapToInt(Box::centerX).min().orElse(0), bar),
                        new Point(all.stream().mapToInt(Box::centerX).max().orElse(0), bar))
                .withoutArrow());
        return routes;
    }

    private static Point below(Box box) {
        return new Point(box.centerX(), box.bottom());
    }

    private static Point above(Box box) {
        return new Point(box.centerX(), box.y());
    }
}
