package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.LogEntry.Kind;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to say of a saga all of whose steps have ended. */
record Ending<D>(SagaDefinition<D> definition, SagaInstance<D> saga, LogLines log) {

    List<String> sentences() {
        return Stream.of(Stream.of(ended()), undone(), exceptions(), imbalance().stream())
                .flatMap(each -> each)
                .toList();
    }

    private String ended() {
        return saga.failure() == null
                ? "It was completed" + log.when(Kind.COMPLETED, "at") + ": all of its steps have ended."
                : "It was compensated" + log.when(Kind.COMPENSATED, "at") + ": " + new Why<>(saga).words() + ".";
    }

    private Stream<String> undone() {
        if (saga.failure() == null) {
            return Stream.empty();
        }
        var undone = definition.steps().flatMap(this::undone).toList();
        return Stream.of(
                undone.isEmpty()
                        ? "Nothing had been done that needed to be undone."
                        : "What was done, or may have been, is undone: " + Words.and(undone) + ".");
    }

    private Stream<String> undone(Step<D> step) {
        return step instanceof Step.Compensatable<D> undoable
                        && saga.run(undoable.compensation().name()).isPresent()
                ? Stream.of(step.name() + " by " + undoable.compensation().name())
                : Stream.empty();
    }

    private Stream<String> exceptions() {
        return definition
                .route(saga)
                .flatMap(stage -> stage.steps().stream())
                .flatMap(
                        step -> saga.run(step.name()).map(Ending::exception).orElseGet(() -> Stream.of(leftOut(step))));
    }

    private static Stream<String> exception(Run run) {
        return switch (run.state()) {
            case GIVEN_UP -> Stream.of(run.step() + " was given up: " + run.error() + ".");
            case SETTLED -> Stream.of("An operator saw to " + run.step() + " by other means.");
            case WAITING, PARKED, SUCCEEDED, REFUSED, UNANSWERED, ABANDONED -> Stream.empty();
        };
    }

    private static String leftOut(Step<?> step) {
        return step.name() + " was left out: it is taken only if "
                + step.exchange().condition().text() + ".";
    }

    private Optional<String> imbalance() {
        return Optional.ofNullable(saga.course().imbalance())
                .map(finding -> "But what the participants say of themselves does not fit that: " + finding
                        + ". So it is parked" + log.when(Kind.OUT_OF_BALANCE, "since")
                        + ", and waits for an operator.");
    }
}
