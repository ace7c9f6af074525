package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Marks.Style;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import io.fulfilment.saga.query.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Classes of steps: by kind, and by what became of them. Their colours can be read on light and on dark. */
final class MermaidStyles {

    private MermaidStyles() {}

    static List<String> of(SagaDescription saga, Marks marks) {
        var kinds = Stream.of(
                style(saga, "pivot", "stroke-width:3px", step -> step.kind() == StepKind.PIVOT),
                style(saga, "expendable", "stroke-dasharray:6 4", step -> step.kind() == StepKind.EXPENDABLE));
        var styles = Arrays.stream(Style.values())
                .map(style -> style(
                        saga,
                        style.css(),
                        look(style),
                        step -> marks.of(step.name())
                                .filter(mark -> mark.style() == style)
                                .isPresent()));
        return Stream.concat(kinds, styles).flatMap(each -> each).toList();
    }

    private static Stream<String> style(
            SagaDescription saga, String name, String look, Predicate<StepDescription> which) {
        var steps = saga.allSteps().filter(which).map(MermaidText::id).toList();
        return steps.isEmpty()
                ? Stream.empty()
                : Stream.of("classDef " + name + " " + look, "class " + String.join(",", steps) + " " + name);
    }

    private static String look(Style style) {
        return switch (style) {
            case TO_COME -> "opacity:0.75";
            case LEFT_OUT -> "opacity:0.6";
            case NOW -> "fill:#dbeafe,stroke:#1d4ed8,stroke-width:4px,color:#111827";
            case PARKED -> "fill:#fee2e2,stroke:#b91c1c,stroke-width:4px,color:#111827";
            case DONE -> "fill:#dcfce7,stroke:#15803d,color:#111827";
            case FAILED -> "fill:#ffedd5,stroke:#c2410c,color:#111827";
            case UNDONE -> "fill:#f3e8ff,stroke:#7e22ce,color:#111827";
        };
    }
}
