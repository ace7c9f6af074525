package io.fulfilment.saga.diagram;

/** Draws the shapes. */
final class Outline {

    private static final int BAR = 8;
    private static final int CORNER = 14;
    private static final int POINT = Shape.POINT;
    private static final int HALO = 6;

    private Outline() {}

    static void draw(Xml svg, Tile tile, Box box) {
        if (tile.isCurrent()) {
            outline(svg, tile.shape(), box.around(HALO), "halo");
        }
        outline(svg, tile.shape(), box, "shape");
        switch (tile.shape()) {
            case BARRED -> {
                bar(svg, box, box.x() + BAR);
                bar(svg, box, box.right() - BAR);
            }
            case DOUBLE -> rect(svg, box.around(-4), 2, "shape inner");
            case ROUNDED, HEXAGON, PLAIN, DASHED, PILL -> {}
        }
    }

    private static void outline(Xml svg, Shape shape, Box box, String css) {
        switch (shape) {
            case HEXAGON -> svg.empty("polygon", "class", css, "points", hexagon(box));
            case ROUNDED -> rect(svg, box, CORNER, css);
            case PILL -> rect(svg, box, box.height() / 2, css);
            case PLAIN, DASHED, BARRED, DOUBLE -> rect(svg, box, 2, css);
        }
    }

    private static void rect(Xml svg, Box box, int corner, String css) {
        svg.empty(
                "rect",
                "class",
                css,
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                corner);
    }

    private static void bar(Xml svg, Box box, int x) {
        svg.empty("line", "class", "shape", "x1", x, "y1", box.y(), "x2", x, "y2", box.bottom());
    }

    private static String hexagon(Box box) {
        return "%d,%d %d,%d %d,%d %d,%d %d,%d %d,%d"
                .formatted(
                        box.x(),
                        box.centerY(),
                        box.x() + POINT,
                        box.y(),
                        box.right() - POINT,
                        box.y(),
                        box.right(),
                        box.centerY(),
                        box.right() - POINT,
                        box.bottom(),
                        box.x() + POINT,
                        box.bottom());
    }
}
