package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import io.fulfilment.saga.query.StepKind;
import io.fulfilment.saga.query.Words;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words of a diagram, whatever it is drawn with. */
final class Captions {

    static final String ONWARD = "no way back: from here it only goes on";

    private Captions() {}

    static String title(SagaDescription saga) {
        return saga.type() + ", version " + saga.version();
    }

    /** The same that is drawn, for those who don't see it. */
    static String description(SagaDescription saga, Marks marks) {
        var forward = told(saga.steps(), marks);
        var closing = saga.closing().isEmpty() ? "" : ". When all is undone: " + told(saga.closing(), marks);
        var status = marks.status().isEmpty() ? "" : ". It is " + marks.status();
        return "Steps: " + forward + closing + followUp(saga) + status + ".";
    }

    /** Stage by stage. */
    private static String told(List<StepDescription> steps, Marks marks) {
        return steps.stream()
                .collect(Collectors.groupingBy(
                        StepDescription::stage,
                        TreeMap::new,
                        Collectors.mapping(step -> told(step, marks), Collectors.joining(" and "))))
                .values()
                .stream()
                .collect(Collectors.joining(", then "));
    }

    private static String told(StepDescription step, Marks marks) {
        var undo = Optional.ofNullable(step.compensation())
                .map(undoing -> ", undone by " + told(undoing, marks))
                .orElse("");
        var mark = marks.of(step.name())
                .map(marked -> ", " + marked.text().replaceAll("^[^a-z]+", ""))
                .orElse("");
        return step.name() + " (" + kind(step.kind()) + mark + undo + ")";
    }

    private static String followUp(SagaDescription saga) {
        return Optional.ofNullable(saga.followUp())
                .map(next -> ". If it is cancelled, " + next.type() + " follows")
                .orElse("");
    }

    static String kind(StepKind kind) {
        return switch (kind) {
            case COMPENSATABLE -> "compensatable";
            case COMPENSATION -> "compensation";
            case PIVOT -> "pivot";
            case RETRIABLE -> "retriable";
            case EXPENDABLE -> "may be given up";
        };
    }

    static String condition(String condition) {
        return "only if " + condition;
    }

    /** Of the way up to the pivot. */
    static String undoable(SagaDescription saga) {
        var limit = Optional.ofNullable(saga.pivotWithin())
                .map(within -> ", and is if the pivot has not begun within " + Words.of(within))
                .orElse("");
        return "can be undone" + limit;
    }

    /** All there is to say of a step, where there is room for it. */
    static String tooltip(StepDescription step) {
        var retries = step.retries();
        return step.name() + " is " + step.kind().noun() + ": " + step.kind().meaning() + ". " + step.participant()
                + " is asked to " + step.purpose() + ", up to " + Words.times(retries.attempts()) + " in about "
                + Words.about(retries.total()) + (retries.endless() ? ", and on when parked" : "") + ".";
    }
}
