package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.LogEntry.Kind;
import io.fulfilment.saga.engine.RetryPolicy;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to say of a step that waits for an answer. */
record OpenStep(Step<?> step, Run run, LogLines log) {

    List<String> sentences() {
        return Stream.of(
                        Stream.of(standing(), kind()),
                        Stream.of(tried(), answered()),
                        run.isParked() ? parkedOn() : Stream.of(waitsOn()))
                .flatMap(each -> each)
                .toList();
    }

    private String standing() {
        var parkedAt = log.last(Kind.PARKED, run.step()).map(LogLine::at).orElse(run.startedAt());
        return (run.isParked()
                        ? "It has been parked at " + run.step() + " since " + Words.of(parkedAt)
                                + ", and waits for an operator: "
                        : "It has waited at " + run.step() + " since " + Words.of(run.startedAt()) + ": ")
                + asked().participant() + " is asked to " + step.exchange().purpose() + " (" + asked().command() + ").";
    }

    private String kind() {
        var kind = StepKind.of(step);
        return run.step() + " is " + kind.noun() + ": " + kind.meaning() + ".";
    }

    private Asked asked() {
        return Asked.of(step.exchange().asking().type());
    }

    private String tried() {
        var sent =
                log.of(Kind.COMMAND_SENT, run.step()).stream().map(LogLine::at).toList();
        int all = run.commands().size();
        var anew = run.attempts() < all ? ", of which " + run.attempts() + " since an operator had it tried anew" : "";
        return asked().participant() + " was asked " + Words.times(all) + period(sent) + anew + ".";
    }

    private static String period(List<Instant> sent) {
        return switch (sent.size()) {
            case 0 -> "";
            case 1 -> ", at " + Words.of(sent.getFirst());
            default -> ", from " + Words.of(sent.getFirst()) + " to " + Words.of(sent.getLast());
        };
    }

    private String answered() {
        return log.last(Kind.REPLY_RECEIVED, run.step())
                .map(line -> "Its last answer came at " + Words.of(line.at()) + ": " + line.text() + ".")
                .orElse("It has not answered.");
    }

    private Stream<String> parkedOn() {
        var on = Optional.ofNullable(run.due())
                .map(due -> "It is still asked, next at " + Words.of(due) + "; the saga goes on as soon as it is done.")
                .orElse("It is not asked again by itself; if it says after all that it is done, the saga goes on.");
        return step instanceof Step.Pivot<?>
                ? Stream.of("Nobody else knows whether it was done, so the saga can neither go on nor be undone.", on)
                : Stream.of(on);
    }

    private String waitsOn() {
        var by = Optional.ofNullable(run.due())
                .map(due -> "If there is no answer by " + Words.of(due) + ", ")
                .orElse("Without an answer, ");
        var retries = step.exchange().retries();
        return by
                + (run.attempts() < retries.attempts()
                        ? "it is asked again, up to " + Words.times(retries.attempts())
                                + " in all; if it never answers, "
                        : "")
                + unanswered(retries) + ".";
    }

    private String unanswered(RetryPolicy retries) {
        var parked = "the saga is parked for an operator" + (retries.endless() ? ", and it is still asked" : "");
        return switch (step) {
            case Step.Compensatable<?> _ -> "the saga is undone";
            case Step.Pivot<?> _, Step.Retriable<?> _, Step.Compensation<?> _ -> parked;
            case Step.Expendable<?> _ -> "the saga goes on without it";
        };
    }
}
