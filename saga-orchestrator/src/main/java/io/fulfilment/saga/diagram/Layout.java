package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Grid.Cell;
import io.fulfilment.saga.diagram.Lettering.Line;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import java.util.List;
import java.util.stream.IntStream;

/** Where everything stands. The same saga is always drawn alike. */
final class Layout {

    static final int MARGIN = 28;
    static final int ROW_GAP = 44;
    private static final int COLUMN_GAP = 92;
    private static final int PILL_HEIGHT = 38;

    private final Grid grid;
    private final List<Line> header;
    private final int[] tops;
    private final int[] heights;
    private final Brackets brackets;

    Layout(SagaDescription saga, Marks marks) {
        this.grid = new Grid(saga, marks);
        this.heights = IntStream.range(0, grid.rows()).map(this::heightOf).toArray();
        this.header = Header.of(saga, marks, gridWidth());
        int top = MARGIN + Header.height(header) + ROW_GAP / 2;
        this.tops = IntStream.range(0, grid.rows())
                .map(row -> top
                        + IntStream.range(0, row).map(i -> heights[i] + ROW_GAP).sum())
                .toArray();
        this.brackets = Brackets.of(saga, this);
    }

    List<Cell> cells() {
        return grid.cells();
    }

    List<Line> header() {
        return header;
    }

    Brackets brackets() {
        return brackets;
    }

    int closingColumn() {
        return grid.closingColumn();
    }

    boolean hasUndoing() {
        return grid.hasUndoing();
    }

    int width() {
        return left() + gridWidth() + MARGIN;
    }

    int height() {
        int last = grid.rows() - 1;
        return tops[last] + heights[last] + MARGIN;
    }

    Box box(StepDescription step) {
        return box(step.name());
    }

    Box box(String name) {
        return grid.cells().stream()
                .filter(cell -> cell.tile().name().equals(name))
                .map(this::box)
                .findFirst()
                .orElseThrow();
    }

    /** Tiles of a row are equally high; ends are not. */
    Box box(Cell cell) {
        var place = new Box(columnX(cell.column()), tops[cell.row()], Tile.WIDTH, heights[cell.row()]);
        return cell.tile().shape() == Shape.PILL ? place.middle(PILL_HEIGHT) : place;
    }

    int top(int row) {
        return tops[row];
    }

    int bottom(int row) {
        return tops[row] + heights[row];
    }

    int columnX(int column) {
        return left() + column * (Tile.WIDTH + COLUMN_GAP);
    }

    private int left() {
        return MARGIN + brackets.width();
    }

    private int gridWidth() {
        return grid.columns() * (Tile.WIDTH + COLUMN_GAP) - COLUMN_GAP;
    }

    private int heightOf(int row) {
        return grid.cells().stream()
                .filter(cell -> cell.row() == row)
                .mapToInt(cell -> cell.tile().shape() == Shape.PILL
                        ? PILL_HEIGHT
                        : cell.tile().height())
                .max()
                .orElse(0);
    }
}
