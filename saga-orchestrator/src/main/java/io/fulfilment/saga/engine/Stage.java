package io.fulfilment.saga.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * Steps that don't wait for each other: they begin together, and the next stage begins when all of them have ended.
 *
 * @param steps one, except after the pivot
 */
public record Stage<D>(List<Step<D>> steps) {

    public Stage {
        steps = List.copyOf(steps);
    }

    static <D> Stage<D> of(Step<D> step) {
        return new Stage<>(List.of(step));
    }

    /** Those that the saga takes, knowing what it knows now, or has begun. */
    Stream<Step<D>> taken(SagaInstance<D> saga) {
        return steps.stream()
                .filter(step -> saga.run(step.name()).isPresent()
                        || step.exchange().condition().holds(saga.data()));
    }

    /** Those of the steps taken that have not begun. */
    Stage<D> leftTo(SagaInstance<D> saga) {
        return new Stage<>(
                taken(saga).filter(step -> saga.run(step.name()).isEmpty()).toList());
    }

    boolean hasBegun(SagaInstance<D> saga) {
        return steps.stream().anyMatch(step -> saga.run(step.name()).isPresent());
    }
}
