package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.EnumSet;
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
        var turn = new Turn<>(definition, instance, now);
        turn.take(input);
        return turn.result();
    }

    /** What an operator can have done to the instance as it stands. */
    public static <D> Set<OperatorAct> choices(SagaDefinition<D> definition, SagaInstance<D> instance) {
        var choices = EnumSet.noneOf(OperatorAct.class);
        instance.openRun().ifPresent(run -> {
            choices.add(OperatorAct.RETRY);
            if (definition.step(run.step()) instanceof Step.Compensatable<D>) {
                choices.add(OperatorAct.COMPENSATE);
            }
        });
        return choices;
    }
}
