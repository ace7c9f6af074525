package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which tile stands in which row and column. Forward, stages are rows from top to bottom, steps that don't wait for each
 * other side by side. Up to the pivot there is one step in a row, and beside it what undoes it; beside these, what closes.
 */
final class Grid {

    static final String START = "begin";
    static final String COMPLETED = "COMPLETED";
    static final String COMPENSATED = "COMPENSATED";

    /** A tile in its place. */
    record Cell(Tile tile, int row, int column) {}

    private final List<Cell> cells = new ArrayList<>();
    private final SagaDescription saga;
    private final Marks marks;

    Grid(SagaDescription saga, Marks marks) {
        this.saga = saga;
        this.marks = marks;
        int end = saga.steps().getLast().stage() + 1;
        cells.add(new Cell(Tile.end(START, marks), 0, 0));
        place(saga.steps(), 0);
        cells.add(new Cell(Tile.end(COMPLETED, marks), end, 0));
        placeUndoing();
        if (saga.followUp() != null) {
            cells.add(new Cell(Tile.next(saga.followUp()), rows(), 0));
        }
    }

    List<Cell> cells() {
        return cells;
    }

    int rows() {
        return cells.stream().mapToInt(Cell::row).max().orElse(0) + 1;
    }

    int columns() {
        return cells.stream().mapToInt(Cell::column).max().orElse(0) + 1;
    }

    /** That of the closing steps. */
    int closingColumn() {
        int undoing = hasUndoing() ? 2 : 1;
        return Math.max(undoing, widest(saga.steps()));
    }

    boolean hasUndoing() {
        return saga.steps().stream().anyMatch(step -> step.compensation() != null);
    }

    private void placeUndoing() {
        for (StepDescription step : saga.steps()) {
            if (step.compensation() != null) {
                cells.add(new Cell(Tile.of(Objects.requireNonNull(step.compensation()), marks), step.stage(), 1));
            }
        }
        if (Failing.canFail(saga)) {
            place(saga.closing(), closingColumn());
            int end = saga.closing().isEmpty() ? 1 : saga.closing().getLast().stage() + 1;
            cells.add(new Cell(Tile.end(COMPENSATED, marks), end, closingColumn()));
        }
    }

    private void place(List<StepDescription> steps, int column) {
        int stage = 0;
        int beside = column;
        for (StepDescription step : steps) {
            beside = step.stage() == stage ? beside + 1 : column;
            stage = step.stage();
            cells.add(new Cell(Tile.of(step, marks), stage, beside));
        }
    }

    private static int widest(List<StepDescription> steps) {
        return steps.stream()
                .mapToInt(step -> (int) steps.stream()
                        .filter(other -> other.stage() == step.stage())
                        .count())
                .max()
                .orElse(1);
    }
}
