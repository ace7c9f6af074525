package io.fulfilment.saga.engine;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How a saga of a type goes, as data. Steps are forward; when the saga fails, those that may have happened are undone in
 * reverse order, and then the closing steps follow.
 *
 * @param dataType what an instance knows; a record that is stored as JSON
 * @param version instances stay with the version that they began with
 * @param learnsFailure puts the failure into the data, for the closing steps
 */
public record SagaDefinition<D>(
        String type,
        int version,
        Class<D> dataType,
        List<Step<D>> steps,
        List<Step<D>> closingSteps,
        BiFunction<D, Failure, D> learnsFailure) {

    public SagaDefinition {
        steps = List.copyOf(steps);
        closingSteps = List.copyOf(closingSteps);
        DefinitionCheck.check(type, version, steps, closingSteps);
    }

    /** Begins a definition. */
    public static <D> SagaBuilder.BeforePivot<D> named(String type, int version, Class<D> dataType) {
        return SagaBuilder.of(type, version, dataType);
    }

    /** Every step: forward, undoing and closing ones. */
    public Stream<Step<D>> allSteps() {
        return Stream.concat(steps.stream().flatMap(SagaDefinition::withCompensation), closingSteps.stream());
    }

    /** @throws IllegalArgumentException if there is no such step */
    public Step<D> step(String name) {
        return allSteps()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " version " + version + " has no step " + name));
    }

    /** The steps that an instance has taken or still has to take in its present direction. */
    public Stream<Step<D>> route(SagaInstance<D> instance) {
        if (instance.failure() == null) {
            return steps.stream();
        }
        return Stream.concat(compensations(instance), closingSteps.stream());
    }

    private Stream<Step<D>> compensations(SagaInstance<D> instance) {
        return steps.reversed().stream()
                .filter(step -> instance.mayHaveHappened(step.name()))
                .flatMap(step ->
                        step instanceof Step.Compensatable<D> done ? Stream.of(done.compensation()) : Stream.of());
    }

    private static <D> Stream<Step<D>> withCompensation(Step<D> step) {
        return step instanceof Step.Compensatable<D> undoable
                ? Stream.of(step, undoable.compensation())
                : Stream.of(step);
    }
}
