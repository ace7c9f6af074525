package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A saga as a flowchart of Mermaid: kinds of steps have shapes of their own, the way back is dotted. */
final class MermaidDiagram {

    private static final String START = "begins";
    private static final String COMPLETED = "is_completed";
    private static final String COMPENSATED = "is_compensated";
    private static final String FOLLOW_UP = "follows";

    private final SagaDescription saga;
    private final Marks marks;
    private final List<String> lines = new ArrayList<>();

    MermaidDiagram(SagaDescription saga, Marks marks) {
        this.saga = saga;
        this.marks = marks;
        draw();
    }

    @Override
    public String toString() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void draw() {
        lines.add("flowchart TB");
        lines.add("  accTitle: " + MermaidText.plain(Captions.title(saga)));
        lines.add("  accDescr: " + MermaidText.plain(Captions.description(saga, marks)));
        drawNodes();
        drawForward();
        drawBackward();
        drawFollowUp();
        MermaidStyles.of(saga, marks).forEach(line -> lines.add("  " + line));
    }

    private void drawNodes() {
        node(START, "([", Captions.title(saga), "])");
        zone(
                "undoable",
                Captions.undoable(saga),
                saga.steps().stream().filter(Failing::canFail).toList());
        zone(
                "onward",
                Captions.ONWARD,
                saga.steps().stream().filter(step -> !Failing.canFail(step)).toList());
        zone("closing", "when all is undone", saga.closing());
        node(COMPLETED, "([", "COMPLETED", "])");
        if (Failing.canFail(saga)) {
            node(COMPENSATED, "([", "COMPENSATED", "])");
        }
    }

    private void zone(String id, String title, List<StepDescription> steps) {
        if (steps.isEmpty()) {
            return;
        }
        lines.add("  subgraph " + id + "[\"" + MermaidText.escaped(title) + "\"]");
        steps.forEach(step -> {
            lines.add("    " + MermaidText.step(step, marks));
            var undo = step.compensation();
            if (undo != null) {
                lines.add("    " + MermaidText.step(undo, marks));
            }
        });
        lines.add("  end");
    }

    private void drawForward() {
        drawChain(List.of(START), saga.steps(), COMPLETED);
    }

    private void drawBackward() {
        if (!Failing.canFail(saga)) {
            return;
        }
        var closing = saga.closing().isEmpty()
                ? List.of(COMPENSATED)
                : stage(saga.closing(), saga.closing().getFirst().stage());
        @Nullable String before = null;
        for (StepDescription step :
                saga.steps().stream().filter(Failing::canFail).toList()) {
            var back = before == null ? closing : List.of(before);
            var undo = step.compensation();
            if (undo != null) {
                dotted(MermaidText.id(step), "no answer", List.of(MermaidText.id(undo)));
                dotted(MermaidText.id(undo), "", back);
                before = MermaidText.id(undo);
            }
            dotted(MermaidText.id(step), "refused", back);
        }
        if (!saga.closing().isEmpty()) {
            drawChain(List.of(), saga.closing(), COMPENSATED);
        }
    }

    private void drawFollowUp() {
        var next = saga.followUp();
        if (next != null) {
            node(FOLLOW_UP, "[/", next.type() + ", version " + next.version(), "\\]");
            dotted(COMPLETED, "if cancelled", List.of(FOLLOW_UP));
            dotted(COMPENSATED, "if cancelled", List.of(FOLLOW_UP));
        }
    }

    /** Stage by stage; those of one stage side by side. */
    private void drawChain(List<String> from, List<StepDescription> steps, String end) {
        var before = from;
        for (int stage : steps.stream().map(StepDescription::stage).distinct().toList()) {
            var here = stage(steps, stage);
            solid(before, here);
            before = here;
        }
        solid(before, List.of(end));
    }

    private static List<String> stage(List<StepDescription> steps, int stage) {
        return steps.stream()
                .filter(step -> step.stage() == stage)
                .map(MermaidText::id)
                .toList();
    }

    private void solid(List<String> from, List<String> to) {
        if (!from.isEmpty()) {
            lines.add("  " + String.join(" & ", from) + " --> " + String.join(" & ", to));
        }
    }

    private void dotted(String from, String label, List<String> to) {
        var arrow = Optional.of(label)
                .filter(text -> !text.isEmpty())
                .map(text -> "-. " + text + " .->")
                .orElse("-.->");
        lines.add("  " + from + " " + arrow + " " + String.join(" & ", to));
    }

    private void node(String id, String open, String text, String close) {
        lines.add("  " + id + open + "\"" + MermaidText.escaped(text) + "\"" + close);
    }
}
