package io.fulfilment.saga.engine;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.saga.engine.LogEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One input being applied: collects the effects while the instance changes. */
final class Turn<D> {

    private final SagaDefinition<D> definition;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private SagaInstance<D> saga;

    Turn(SagaDefinition<D> definition, SagaInstance<D> saga, Instant now) {
        this.definition = definition;
        this.saga = saga;
        this.now = now;
    }

    Transition<D> result() {
        return new Transition<>(saga, effects);
    }

    void take(SagaInput input) {
        switch (input) {
            case SagaInput.Started _ -> start();
            case SagaInput.ReplyReceived reply -> answered(reply);
            case SagaInput.TimerFired _ -> timerFired();
            case SagaInput.OperatorActed act -> operatorActed(act);
        }
    }

    private void start() {
        if (!saga.runs().isEmpty() || saga.status() != Status.RUNNING) {
            log(Kind.INPUT_IGNORED, null, "started already");
            return;
        }
        log(Kind.STARTED, null, null);
        effects.add(new Effect.Publish(new Milestone.Started()));
        proceed();
    }

    private void answered(SagaInput.ReplyReceived received) {
        var causation = received.causationId();
        var run = causation == null ? null : saga.runThatSent(causation).orElse(null);
        if (run == null) {
            record(Kind.REPLY_IGNORED, null, received, "answers no command of this saga");
        } else if (!run.isOpen()) {
            record(Kind.REPLY_IGNORED, run.step(), received, "late: the step is " + run.state());
        } else {
            interpret(run, definition.step(run.step()), received);
        }
    }

    private void interpret(Run run, Step<D> step, SagaInput.ReplyReceived received) {
        switch (step.exchange().meaningOf(received.reply())) {
            case Exchange.Meaning.None<D> _ ->
                record(Kind.REPLY_IGNORED, run.step(), received, "does not answer this step");
            case Exchange.Meaning.Success<D>(var learned) -> {
                record(Kind.REPLY_RECEIVED, run.step(), received, null);
                saga = saga.knowing(learned.apply(saga.data(), received.reply()));
                end(run, Run.State.SUCCEEDED, null);
                proceed();
            }
            case Exchange.Meaning.Refusal<D>(var reason, var detail) -> {
                var why = detail.apply(received.reply());
                record(Kind.REPLY_RECEIVED, run.step(), received, why);
                refused(run, step, new Failure(run.step(), reason, why));
            }
        }
    }

    private void refused(Run run, Step<D> step, Failure failure) {
        switch (step) {
            case Step.Compensatable<D> _, Step.Pivot<D> _ -> {
                end(run, Run.State.REFUSED, failure.detail());
                compensate(failure);
            }
            case Step.Retriable<D> _, Step.Compensation<D> _ -> park(run, "refused: " + failure.detail());
            case Step.Expendable<D> _ -> giveUp(run, failure.detail());
        }
    }

    private void timerFired() {
        var run = saga.openRun().orElse(null);
        var deadline = saga.deadline();
        if (run == null || deadline == null || now.isBefore(deadline)) {
            log(Kind.INPUT_IGNORED, null, "no timer is due");
            return;
        }
        var step = definition.step(run.step());
        if (run.attempts() < step.exchange().retries().attempts()) {
            log(Kind.TIMED_OUT, run.step(), "no answer to attempt " + run.attempts());
            send(run, step);
        } else {
            unanswered(run, step, "no answer to " + run.attempts() + " attempts");
        }
    }

    private void unanswered(Run run, Step<D> step, String why) {
        log(Kind.TIMED_OUT, run.step(), why);
        switch (step) {
            case Step.Compensatable<D> _ -> {
                end(run, Run.State.UNANSWERED, why);
                compensate(new Failure(run.step(), Failure.TIMED_OUT, why));
            }
            case Step.Pivot<D> _, Step.Retriable<D> _, Step.Compensation<D> _ -> park(run, why);
            case Step.Expendable<D> _ -> giveUp(run, why);
        }
    }

    private void operatorActed(SagaInput.OperatorActed acted) {
        var run = saga.openRun().orElse(null);
        if (run == null || !SagaEngine.choices(definition, saga).contains(acted.act())) {
            record(Kind.INPUT_IGNORED, acted, null);
            return;
        }
        record(Kind.OPERATOR_ACTED, acted, run.step());
        switch (acted.act()) {
            case RETRY -> send(run.renewed(), definition.step(run.step()));
            case COMPENSATE -> {
                end(run, Run.State.ABANDONED, "compensated by " + acted.by());
                compensate(new Failure(run.step(), Failure.OPERATOR, acted.reason()));
            }
        }
    }

    private void proceed() {
        definition
                .route(saga)
                .filter(step -> saga.run(step.name()).isEmpty())
                .findFirst()
                .ifPresentOrElse(step -> send(Run.begin(step.name(), now), step), this::finish);
    }

    private void send(Run run, Step<D> step) {
        var id = Scatter.commandId(saga.id(), saga.commandsSent(), now);
        var command = step.exchange().command().apply(saga.data());
        var sent = run.sent(id);
        var deadline = now.plus(step.exchange().retries().waitOf(saga.id(), step.name(), sent.attempts()));
        saga = saga.with(sent).waitingUntil(deadline);
        effects.add(new Effect.SendCommand(id, command));
        effects.add(new Effect.ArmTimer(deadline));
        log(new LogEntry(Kind.COMMAND_SENT, step.name(), id, null, nameOf(command)));
    }

    private void end(Run run, Run.State state, @Nullable String why) {
        saga = saga.with(run.ended(state, why, now));
    }

    private void compensate(Failure failure) {
        saga = saga.failed(failure, definition.learnsFailure().apply(saga.data(), failure));
        effects.add(new Effect.Publish(new Milestone.CompensationStarted(failure)));
        log(Kind.COMPENSATION_STARTED, failure.step(), failure.reason());
        proceed();
    }

    private void giveUp(Run run, String why) {
        log(Kind.GIVEN_UP, run.step(), why);
        end(run, Run.State.GIVEN_UP, why);
        proceed();
    }

    // A refusal can come for a step that is parked already: to an earlier attempt, or twice.
    private void park(Run run, String why) {
        boolean news = saga.status() != Status.PARKED;
        saga = saga.with(run.parked(why)).resting(Status.PARKED);
        if (news) {
            effects.add(new Effect.DisarmTimer());
            effects.add(new Effect.Publish(new Milestone.Parked(run.step(), why)));
            log(Kind.PARKED, run.step(), why);
        }
    }

    private void finish() {
        boolean completed = saga.failure() == null;
        saga = saga.resting(completed ? Status.COMPLETED : Status.COMPENSATED);
        effects.add(new Effect.DisarmTimer());
        effects.add(new Effect.Publish(completed ? new Milestone.Completed() : new Milestone.Compensated()));
        log(LogEntry.of(completed ? Kind.COMPLETED : Kind.COMPENSATED));
    }

    private void record(Kind kind, @Nullable String step, SagaInput.ReplyReceived received, @Nullable String remark) {
        var name = nameOf(received.reply());
        log(new LogEntry(kind, step, received.messageId(), null, remark == null ? name : name + ": " + remark));
    }

    private void record(Kind kind, SagaInput.OperatorActed acted, @Nullable String step) {
        log(new LogEntry(kind, step, null, acted.by(), acted.act() + ": " + acted.reason()));
    }

    private void log(Kind kind, @Nullable String step, @Nullable String text) {
        log(LogEntry.of(kind, step, text));
    }

    private void log(LogEntry entry) {
        effects.add(new Effect.Log(entry));
    }

    private static String nameOf(Message message) {
        var name = TypeName.of(message.getClass()).name();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
