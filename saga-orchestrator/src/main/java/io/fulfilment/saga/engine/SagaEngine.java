package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The transition function. Pure: the same arguments give the same result, and nothing else happens. Total: every input is
 * answered in every state; one that doesn't fit is recorded and changes nothing.
 */
public final class SagaEngine {

    private SagaEngine() {}

    /** @throws IllegalArgumentException if the instance belongs to another definition or version */
    public static <D> Transition<D> apply(
            SagaDefinition<D> definition, SagaInstance<D> instance, SagaInput input, Instant now) {
        if (!instance.type().equals(definition.type()) || instance.definitionVersion() != definition.version()) {
            throw new IllegalArgumentException("saga " + instance.id() + " is a " + instance.type() + " version "
                    + instance.definitionVersion() + ", not a " + definition.type() + " version "
                    + definition.version());
        }
        var moves = new Moves<>(definition, instance, now);
        new Turn<>(definition, moves).take(input);
        return moves.result();
    }

    /** What an operator can have done to the instance as it stands. */
    public static <D> Set<OperatorAct> choices(SagaDefinition<D> definition, SagaInstance<D> instance) {
        var choices = EnumSet.noneOf(OperatorAct.class);
        if (instance.openRuns().findAny().isPresent()) {
            choices.add(OperatorAct.RETRY);
        }
        if (Phase.isBeforePivot(definition, instance)) {
            choices.add(OperatorAct.COMPENSATE);
        }
        if (instance.status() == Status.PARKED && canBeSettled(definition, instance)) {
            choices.add(OperatorAct.RESUME);
        }
        return choices;
    }

    /** What it begins after the steps that have begun, if each step succeeds and nothing is learned that changes its way. */
    public static <D> List<Stage<D>> ahead(SagaDefinition<D> definition, SagaInstance<D> instance) {
        return instance.isOver() ? List.of() : Phase.ahead(definition, instance);
    }

    /** When it is undone for having taken too long; empty if it may take its time, or is past that. */
    public static <D> Optional<Instant> limit(SagaDefinition<D> definition, SagaInstance<D> instance) {
        return Phase.limit(definition, instance);
    }

    // Whether the pivot has happened decides about the direction: nobody's word stands for it.
    private static <D> boolean canBeSettled(SagaDefinition<D> definition, SagaInstance<D> instance) {
        return instance.openRuns()
                .filter(Run::isParked)
                .noneMatch(run -> definition.step(run.step()) instanceof Step.Pivot<D>);
    }
}
