package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Effect;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Transition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What operators can choose, and what it would do: the engine is asked, and what it answers is thrown away. */
final class Choices<D> {

    private final SagaDefinition<D> definition;
    private final SagaInstance<D> saga;
    private final Instant now;

    private Choices(SagaDefinition<D> definition, SagaInstance<D> saga, Instant now) {
        this.definition = definition;
        this.saga = saga;
        this.now = now;
    }

    static <D> List<Choice> of(SagaDefinition<D> definition, SagaInstance<D> saga, Instant now) {
        var choices = new Choices<>(definition, saga, now);
        return SagaEngine.choices(definition, saga).stream()
                .map(act -> new Choice(act, choices.effect(act)))
                .toList();
    }

    private String effect(OperatorAct act) {
        var after = SagaEngine.apply(definition, saga, new SagaInput.OperatorActed(act, "", ""), now);
        return switch (act) {
            case RETRY -> sends(after) + " again, now" + anew(after) + "; an answer to an earlier attempt still counts";
            case COMPENSATE -> "undoes the saga without waiting for " + waiting() + ": " + course(after);
            case RESUME ->
                saga.isOver()
                        ? "takes it that you have settled what was found: the saga is "
                                + after.instance().status() + " again, and nothing is sent"
                        : "takes it that you have seen to " + parked() + " by other means: " + course(after);
        };
    }

    private String anew(Transition<D> after) {
        return after.instance()
                .openRuns()
                .filter(run -> run.commands().size() > sentBefore(run))
                .map(run -> definition.step(run.step()).exchange().retries())
                .distinct()
                .map(policy ->
                        ", and up to " + Words.times(policy.attempts()) + " in the next " + Words.about(policy.total()))
                .collect(Collectors.joining());
    }

    private int sentBefore(Run run) {
        return saga.run(run.step()).map(before -> before.commands().size()).orElse(0);
    }

    private String course(Transition<D> after) {
        var ahead = Ahead.of(definition, after.instance());
        var next = ahead.isEmpty() ? "" : "; next: " + ahead;
        return sends(after) + (after.instance().isOver() ? ended(after) : next);
    }

    private String ended(Transition<D> after) {
        var followUp = definition.undoing().followUp();
        return "; the saga is " + after.instance().status()
                + (followUp != null && after.effects().contains(new Effect.Follow())
                        ? ", and " + followUp.next().type() + " follows on it"
                        : "");
    }

    private static String sends(Transition<?> after) {
        var sent = after.effects().stream()
                .filter(Effect.SendCommand.class::isInstance)
                .map(Effect.SendCommand.class::cast)
                .map(command -> Asked.of(command.command().getClass()).toString())
                .toList();
        return "sends " + (sent.isEmpty() ? "nothing" : Words.and(sent));
    }

    private String waiting() {
        return Words.and(saga.openRuns().map(Run::step).toList());
    }

    private String parked() {
        return Words.and(saga.openRuns().filter(Run::isParked).map(Run::step).toList());
    }
}
