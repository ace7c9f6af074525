package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step.
 *
 * @param attempts how many commands were sent for it
 */
public record StepView(
        String name,
        StepKind kind,
        State status,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String error) {

    /** Where it stands. */
    public enum State {
        PENDING,
        /** It was not taken: the saga failed before, or had no use for it. */
        SKIPPED,
        RUNNING,
        PARKED,
        SUCCEEDED,
        REFUSED,
        /** No answer: nobody knows whether it happened. */
        UNANSWERED,
        /** An operator did not wait for the answer: nobody knows whether it happened. */
        ABANDONED,
        GIVEN_UP,
        /** An operator saw to it by other means. */
        SETTLED,
        COMPENSATING,
        COMPENSATED
    }

    /** The forward steps; behind them, if the saga failed, what undoes and closes it. */
    public static <D> List<StepView> of(SagaDefinition<D> definition, SagaInstance<D> saga) {
        boolean failed = saga.failure() != null;
        var untaken = failed || saga.isOver() ? State.SKIPPED : State.PENDING;
        var forward = definition.steps().map(step -> of(step, saga, untaken));
        var left = saga.isOver() ? State.SKIPPED : State.PENDING;
        var backward = definition
                .route(saga)
                .filter(stage -> failed)
                .flatMap(stage -> stage.steps().stream())
                .map(step -> of(step, saga, left));
        return Stream.concat(forward, backward).toList();
    }

    private static <D> StepView of(Step<D> step, SagaInstance<D> saga, State untaken) {
        return saga.run(step.name())
                .map(run -> new StepView(
                        step.name(),
                        StepKind.of(step),
                        undoneState(step, saga).orElse(stateOf(run.state())),
                        run.commands().size(),
                        run.startedAt(),
                        run.endedAt(),
                        run.error()))
                .orElseGet(() -> new StepView(step.name(), StepKind.of(step), untaken, 0, null, null, null));
    }

    private static <D> Optional<State> undoneState(Step<D> step, SagaInstance<D> saga) {
        return step instanceof Step.Compensatable<D> undoable
                ? saga.run(undoable.compensation().name())
                        .map(undo -> undo.awaitsAnswer() ? State.COMPENSATING : State.COMPENSATED)
                : Optional.empty();
    }

    private static State stateOf(Run.State state) {
        return switch (state) {
            case WAITING -> State.RUNNING;
            case PARKED -> State.PARKED;
            case SUCCEEDED -> State.SUCCEEDED;
            case REFUSED -> State.REFUSED;
            case UNANSWERED -> State.UNANSWERED;
            case ABANDONED -> State.ABANDONED;
            case GIVEN_UP -> State.GIVEN_UP;
            case SETTLED -> State.SETTLED;
        };
    }
}
