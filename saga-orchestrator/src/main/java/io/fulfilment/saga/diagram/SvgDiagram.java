package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Brackets.Bracket;
import io.fulfilment.saga.diagram.Grid.Cell;
import io.fulfilment.saga.diagram.Lettering.Line;
import io.fulfilment.saga.query.SagaDescription;
import java.util.List;

/** A saga as SVG. */
final class SvgDiagram {

    private final Xml svg = new Xml();
    private final SagaDescription saga;
    private final Layout layout;
    private final String id;

    SvgDiagram(SagaDescription saga, Marks marks, Layout layout) {
        this.saga = saga;
        this.layout = layout;
        this.id = saga.type() + "-" + saga.version();
        var css = marks.status().isEmpty() ? "saga" : "saga marked";
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                css,
                "viewBox",
                "0 0 " + layout.width() + " " + layout.height(),
                "width",
                layout.width(),
                "height",
                layout.height(),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-description");
        svg.text(Captions.title(saga), "title", "id", id + "-title");
        svg.text(Captions.description(saga, marks), "desc", "id", id + "-description");
        svg.text(StyleSheet.TEXT, "style");
        defineArrows();
        svg.empty("rect", "class", "paper", "width", layout.width(), "height", layout.height());
        drawHeader();
        layout.brackets().all().forEach(this::draw);
        drawColumnTitles();
        Routes.of(saga, layout).forEach(this::draw);
        layout.cells().forEach(this::draw);
        svg.close();
    }

    @Override
    public String toString() {
        return svg.toString();
    }

    private void defineArrows() {
        svg.open("defs");
        for (String style : List.of(Route.FLOW, Route.BACK, Route.FOLLOW)) {
            svg.open(
                    "marker",
                    "id",
                    arrow(style),
                    "class",
                    style,
                    "viewBox",
                    "0 0 10 10",
                    "refX",
                    9,
                    "refY",
                    5,
                    "markerWidth",
                    6.5,
                    "markerHeight",
                    6.5,
                    "orient",
                    "auto");
            svg.empty("path", "class", "tip", "d", "M0,0 L10,5 L0,10 z").close();
        }
        svg.close();
    }

    private String arrow(String style) {
        return id + "-" + style;
    }

    private void drawHeader() {
        int y = Layout.MARGIN;
        for (Line line : layout.header()) {
            y += line.lettering().height();
            svg.text(line.text(), "text", "class", line.lettering().css(), "x", Layout.MARGIN, "y", y - 6);
        }
    }

    private void drawColumnTitles() {
        if (Failing.canFail(saga)) {
            int y = layout.top(0) + Lettering.LABEL.height() / 2;
            if (layout.hasUndoing()) {
                label("the way back", layout.columnX(1) + Tile.WIDTH / 2, y);
            }
            label("when all is undone", layout.columnX(layout.closingColumn()) + Tile.WIDTH / 2, y);
        }
    }

    private void label(String text, int x, int y) {
        svg.text(text, "text", "class", "label middle", "x", x, "y", y);
    }

    private void draw(Bracket bracket) {
        int top = layout.top(bracket.first());
        int bottom = layout.bottom(bracket.last());
        int x = layout.columnX(0) - 16;
        svg.empty("path", "class", "bracket", "d", "M%d,%d H%d V%d H%d".formatted(x + 6, top, x, bottom, x + 6));
        int lineX = x - 6 - (bracket.lines().size() - 1) * Lettering.LABEL.height();
        for (Line line : bracket.lines()) {
            int y = (top + bottom) / 2;
            svg.text(
                    line.text(),
                    "text",
                    "class",
                    "label middle",
                    "x",
                    lineX,
                    "y",
                    y,
                    "transform",
                    "rotate(-90 %d %d)".formatted(lineX, y));
            lineX += Lettering.LABEL.height();
        }
    }

    private void draw(Route route) {
        svg.empty(
                "path",
                "class",
                route.style(),
                "d",
                route.path(),
                "marker-end",
                route.hasArrow() ? "url(#" + arrow(route.style()) + ")" : "none");
        if (!route.label().isEmpty()) {
            label(route.label(), route.labelAt().x(), route.labelAt().y());
        }
    }

    private void draw(Cell cell) {
        var tile = cell.tile();
        var box = layout.box(cell);
        var mark = tile.mark().map(marked -> " " + marked.style().css()).orElse("");
        svg.open("g", "class", "box " + tile.kind() + mark, "data-name", tile.name());
        if (!tile.tooltip().isEmpty()) {
            svg.text(tile.tooltip(), "title");
        }
        Outline.draw(svg, tile, box);
        int y = box.centerY() - tile.textHeight() / 2;
        for (Line line : tile.lines()) {
            y += line.lettering().height();
            svg.text(line.text(), "text", "class", line.lettering().css() + " middle", "x", box.centerX(), "y", y - 4);
        }
        svg.close();
    }
}
