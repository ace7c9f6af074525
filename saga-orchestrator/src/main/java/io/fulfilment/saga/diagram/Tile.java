package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Lettering.Line;
import io.fulfilment.saga.diagram.Marks.Mark;
import io.fulfilment.saga.diagram.Marks.Style;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A box and what stands in it.
 *
 * @param kind the name of its class in the style sheet
 * @param tooltip may be empty
 */
record Tile(String name, Shape shape, String kind, List<Line> lines, Optional<Mark> mark, String tooltip) {

    static final int WIDTH = 244;
    private static final int PADDING = 12;

    static Tile of(StepDescription step, Marks marks) {
        var shape = Shape.of(step.kind());
        int width = WIDTH - 2 * shape.margin();
        var mark = marks.of(step.name());
        var lines = Stream.of(
                        Lettering.KIND.wrap(Captions.kind(step.kind()), width),
                        Lettering.NAME.wrap(step.name(), width),
                        Lettering.TEXT.wrap(step.purpose(), width),
                        Optional.ofNullable(step.condition())
                                .map(text -> Lettering.CONDITION.wrap(Captions.condition(text), width))
                                .orElse(List.of()),
                        Lettering.PARTICIPANT.wrap(step.participant(), width),
                        mark.map(marked -> Lettering.MARK.wrap(marked.text(), width))
                                .orElse(List.of()))
                .flatMap(List::stream)
                .toList();
        return new Tile(
                step.name(), shape, step.kind().name().toLowerCase(Locale.ROOT), lines, mark, Captions.tooltip(step));
    }

    /** Where it begins or ends. */
    static Tile end(String name, Marks marks) {
        var mark = marks.status().equals(name) ? Optional.of(new Mark(Style.DONE, name)) : Optional.<Mark>empty();
        return new Tile(name, Shape.PILL, "end", Lettering.NAME.wrap(name, WIDTH), mark, "");
    }

    static Tile next(SagaDescription.Reference saga) {
        var lines = Stream.of(
                        Lettering.KIND.wrap("follows, if it is cancelled", WIDTH),
                        Lettering.NAME.wrap(saga.type(), WIDTH),
                        Lettering.PARTICIPANT.wrap("version " + saga.version(), WIDTH))
                .flatMap(List::stream)
                .toList();
        return new Tile(saga.type(), Shape.DOUBLE, "next", lines, Optional.empty(), "");
    }

    int textHeight() {
        return lines.stream().mapToInt(line -> line.lettering().height()).sum();
    }

    int height() {
        return textHeight() + 2 * PADDING;
    }

    /** Whether the saga stands here. */
    boolean isCurrent() {
        return mark.filter(marked -> marked.style().isCurrent()).isPresent();
    }
}
