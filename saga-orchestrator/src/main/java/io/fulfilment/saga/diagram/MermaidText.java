package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.StepDescription;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts and nodes as Mermaid reads them. */
final class MermaidText {

    private MermaidText() {}

    /** A prefix keeps names apart from Mermaid's own words, such as {@code end}. */
    static String id(StepDescription step) {
        return "step_" + step.name().replace('-', '_');
    }

    static String step(StepDescription step, Marks marks) {
        var lines = Stream.of(
                        Optional.of("<b>" + escaped(step.name()) + "</b>"),
                        Optional.of(escaped(Captions.kind(step.kind()))),
                        Optional.of(escaped(step.purpose())),
                        Optional.ofNullable(step.condition())
                                .map(condition -> "<i>" + escaped(Captions.condition(condition)) + "</i>"),
                        Optional.of(escaped(step.participant())),
                        marks.of(step.name()).map(mark -> "<b>" + escaped(mark.text()) + "</b>"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("<br/>"));
        return id(step) + shaped(step, "\"" + lines + "\"");
    }

    private static String shaped(StepDescription step, String label) {
        return switch (step.kind()) {
            case COMPENSATABLE -> "(" + label + ")";
            case COMPENSATION -> "[[" + label + "]]";
            case PIVOT -> "{{" + label + "}}";
            case RETRIABLE -> "[" + label + "]";
            case EXPENDABLE -> ">" + label + "]";
        };
    }

    /** Between quotes, where Mermaid takes HTML, and entities that begin with a number sign. */
    static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> "#;&<>\"`\\".indexOf(c) >= 0 ? "#" + c + ";" : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Where a text ends with its line, and nothing can be escaped. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}#;{}]", " ");
    }
}
