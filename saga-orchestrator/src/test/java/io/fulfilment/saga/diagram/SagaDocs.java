package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import io.fulfilment.saga.query.StepDescription.Meaning;
import io.fulfilment.saga.query.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of docs/sagas.md that is made from the definitions. */
final class SagaDocs {

    private static final String COLUMNS = """
            | stage | step | kind | is asked to | only if | refused | not answered | undone by |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private SagaDocs() {}

    static String of(List<SagaDescription> sagas) {
        return sagas.stream().map(SagaDocs::section).collect(Collectors.joining("\n"));
    }

    private static String section(SagaDescription saga) {
        return "## " + Captions.title(saga) + "\n\nIs there to " + saga.purpose() + "." + limit(saga) + followUp(saga)
                + "\n\n" + COLUMNS + rows(saga) + "\n```mermaid\n"
                + Diagram.of(saga).mermaid() + "```\n";
    }

    private static String limit(SagaDescription saga) {
        return Optional.ofNullable(saga.pivotWithin())
                .map(within -> " If its pivot has not begun within " + Words.of(within)
                        + ", it tries nothing again and is undone.")
                .orElse("");
    }

    private static String followUp(SagaDescription saga) {
        return Optional.ofNullable(saga.followUp())
                .map(next -> " If it is cancelled, " + next.type() + " follows once it has ended.")
                .orElse(" It can't be cancelled.");
    }

    private static String rows(SagaDescription saga) {
        var undoing = saga.steps().stream().flatMap(step -> Stream.ofNullable(step.compensation()));
        return Stream.of(
                        saga.steps().stream().map(step -> row(Integer.toString(step.stage()), step)),
                        undoing.map(step -> row("undoing " + step.stage(), step)),
                        saga.closing().stream().map(step -> row("closing " + step.stage(), step)))
                .flatMap(each -> each)
                .collect(Collectors.joining());
    }

    private static String row(String stage, StepDescription step) {
        return Stream.of(
                        stage,
                        step.name(),
                        Captions.kind(step.kind()),
                        step.participant() + ": " + step.purpose() + " (`" + simpleName(step.command()) + "`)",
                        Optional.ofNullable(step.condition()).orElse(""),
                        refused(step),
                        unanswered(step),
                        Optional.ofNullable(step.compensation())
                                .map(StepDescription::name)
                                .orElse(""))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replace("|  |", "| |")
                .replace("|  |", "| |");
    }

    private static String refused(StepDescription step) {
        var refusals = step.replies().stream()
                .filter(reply -> reply.meaning() == Meaning.REFUSAL)
                .toList();
        var reasons = refusals.stream()
                .flatMap(reply -> Stream.ofNullable(reply.reason()))
                .map(reason -> "`" + reason + "`")
                .collect(Collectors.joining(", "));
        var then = switch (step.kind()) {
            case COMPENSATABLE, PIVOT -> "undo";
            case RETRIABLE, COMPENSATION -> "park";
            case EXPENDABLE -> "go on without";
        };
        return refusals.isEmpty() ? "" : then + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    private static String unanswered(StepDescription step) {
        var then = switch (step.kind()) {
            case COMPENSATABLE -> "undo: `TIMED_OUT`";
            case PIVOT, RETRIABLE, COMPENSATION -> "park" + (step.retries().endless() ? ", and ask on" : "");
            case EXPENDABLE -> "go on without";
        };
        return then + ", after " + Words.times(step.retries().attempts()) + " in "
                + Words.about(step.retries().total());
    }

    private static String simpleName(String type) {
        return type.replaceAll("^.*\\.([^.]+)\\.v[0-9]+$", "$1");
    }
}
