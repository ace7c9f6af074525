package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Lettering.Line;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import java.util.List;
import java.util.stream.Stream;

/** What holds for several rows, written along their side from below. */
record Brackets(List<Bracket> all) {

    private static final int ROOM = 26;

    /** From row to row, with what is written along it. */
    record Bracket(int first, int last, List<Line> lines) {}

    static Brackets of(SagaDescription saga, Layout layout) {
        int last = saga.steps().getLast().stage();
        int pivot = saga.steps().stream()
                .filter(Failing::canFail)
                .mapToInt(StepDescription::stage)
                .max()
                .orElse(0);
        return new Brackets(Stream.of(
                        bracket(1, pivot, Captions.undoable(saga), layout),
                        bracket(pivot + 1, last, Captions.ONWARD, layout))
                .filter(bracket -> bracket.first() <= bracket.last())
                .toList());
    }

    private static Bracket bracket(int first, int last, String text, Layout layout) {
        return new Bracket(
                first,
                last,
                first > last ? List.of() : Lettering.LABEL.wrap(text, layout.bottom(last) - layout.top(first)));
    }

    /** Of the room that they need beside the rows. */
    int width() {
        int lines =
                all.stream().mapToInt(bracket -> bracket.lines().size()).max().orElse(0);
        return lines == 0 ? 0 : lines * Lettering.LABEL.height() + ROOM;
    }
}
