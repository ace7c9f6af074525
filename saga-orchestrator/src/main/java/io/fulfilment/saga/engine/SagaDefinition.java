package io.fulfilment.saga.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a saga of a type goes, as data. Steps are forward; when the saga fails, those that may have happened are undone in
 * reverse order, and then the closing steps follow.
 *
 * @param version instances stay with the version that they began with
 * @param purpose for people: what it is there to do
 * @param dataType what an instance knows; a record that is stored as JSON
 * @param stages forward, of which up to the pivot each has one step
 * @param undoing what else there is to a saga that goes back
 */
public record SagaDefinition<D>(
        String type, int version, String purpose, Class<D> dataType, List<Stage<D>> stages, Undoing<D> undoing) {

    /**
     * @param closing what follows when everything is undone
     * @param learnsFailure puts the failure into the data, for the closing steps
     * @param pivotWithin how long after its start a saga that has not begun its pivot tries a step for the last time; null if
     *     it may take its time. Counted by attempts that are waited for, it forgives the orchestrator's own absence.
     * @param followUp what follows on a cancelled saga; null if it can't be cancelled
     */
    public record Undoing<D>(
            List<Stage<D>> closing,
            BiFunction<D, Failure, D> learnsFailure,
            @Nullable Duration pivotWithin,
            @Nullable FollowUp<D, ?> followUp) {

        public Undoing {
            closing = List.copyOf(closing);
        }
    }

    public SagaDefinition {
        stages = List.copyOf(stages);
        DefinitionCheck.check(type, version, stages, undoing);
        DefinitionCheck.checkPurpose(type, purpose);
    }

    /** Begins a definition. */
    public static <D> SagaBuilder.BeforePivot<D> named(String type, int version, Class<D> dataType) {
        return SagaBuilder.of(type, version, dataType);
    }

    /** The forward steps. */
    public Stream<Step<D>> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream());
    }

    /** Every step: forward, undoing and closing ones. */
    public Stream<Step<D>> allSteps() {
        return Stream.concat(
                steps().flatMap(SagaDefinition::withCompensation),
                undoing.closing().stream().flatMap(stage -> stage.steps().stream()));
    }

    /** @throws IllegalArgumentException if there is no such step */
    public Step<D> step(String name) {
        return allSteps()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " version " + version + " has no step " + name));
    }

    /** Empty if there is nothing to go back from. */
    public Optional<Step.Pivot<D>> pivot() {
        return steps().filter(Step.Pivot.class::isInstance)
                .<Step.Pivot<D>>map(step -> (Step.Pivot<D>) step)
                .findFirst();
    }

    /** The stages that an instance has taken or still has to take in its present direction. */
    public Stream<Stage<D>> route(SagaInstance<D> instance) {
        if (instance.failure() == null) {
            return stages.stream();
        }
        return Stream.concat(compensations(instance), undoing.closing().stream());
    }

    private Stream<Stage<D>> compensations(SagaInstance<D> instance) {
        return steps().toList().reversed().stream()
                .filter(step -> instance.mayHaveHappened(step.name()))
                .flatMap(step -> step instanceof Step.Compensatable<D> done
                        ? Stream.of(Stage.of(done.compensation()))
                        : Stream.of());
    }

    private static <D> Stream<Step<D>> withCompensation(Step<D> step) {
        return step instanceof Step.Compensatable<D> undoable
                ? Stream.of(step, undoable.compensation())
                : Stream.of(step);
    }
}
