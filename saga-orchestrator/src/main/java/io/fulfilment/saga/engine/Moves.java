package io.fulfilment.saga.engine;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.saga.engine.LogEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instance can be made to do, each move with its effects. They add up to one transition. */
final class Moves<D> {

    private final SagaDefinition<D> definition;
    private final SagaInstance<D> before;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private SagaInstance<D> saga;

    Moves(SagaDefinition<D> definition, SagaInstance<D> saga, Instant now) {
        this.definition = definition;
        this.before = saga;
        this.now = now;
        this.saga = saga;
    }

    SagaInstance<D> saga() {
        return saga;
    }

    Instant now() {
        return now;
    }

    Step<D> stepOf(Run run) {
        return definition.step(run.step());
    }

    /** Status and timer follow from the steps. */
    Transition<D> result() {
        if (!saga.isOver()) {
            saga = saga.in(activity()).timed();
        }
        return new Transition<>(saga, effects);
    }

    private Status activity() {
        if (saga.openRuns().anyMatch(Run::isParked)) {
            return Status.PARKED;
        }
        return saga.failure() == null ? Status.RUNNING : Status.COMPENSATING;
    }

    void learn(D known) {
        saga = saga.knowing(known);
    }

    /** Begins whatever has come to its turn, or ends the saga. */
    void proceed() {
        goOn();
        var next = Phase.present(definition, saga);
        if (next.isEmpty()) {
            finish();
        } else {
            next.get()
                    .taken(saga)
                    .filter(step -> saga.run(step.name()).isEmpty())
                    .toList()
                    .forEach(step -> send(Run.begin(step.name(), now)));
        }
    }

    /** Sends again what is waited for, with all attempts anew. */
    void retry(List<Run> runs) {
        runs.forEach(run -> saga = saga.with(run.renewed()));
        goOn();
        runs.forEach(run -> send(run.renewed()));
    }

    void send(Run run) {
        var exchange = stepOf(run).exchange();
        var id = Scatter.commandId(saga.id(), saga.commandsSent(), now);
        var command = exchange.command(saga.data());
        saga = saga.with(run.sent(id, due(run, run.attempts() + 1)));
        effects.add(new Effect.SendCommand(id, command));
        log(new LogEntry(Kind.COMMAND_SENT, run.step(), id, null, nameOf(command)));
    }

    void end(Run run, Run.State state, @Nullable String why) {
        saga = saga.with(run.ended(state, why, now));
    }

    void compensate(Failure failure) {
        saga = saga.on(saga.course().failing(failure))
                .knowing(definition.undoing().learnsFailure().apply(saga.data(), failure));
        publish(new Milestone.CompensationStarted(failure));
        log(Kind.COMPENSATION_STARTED, failure.step(), failure.reason());
        proceed();
    }

    /** Undoes the saga without waiting for the answers that are out. */
    void abandon(String reason, String why, String detail) {
        var open = saga.openRuns().toList();
        open.forEach(run -> end(run, Run.State.ABANDONED, why));
        compensate(new Failure(open.getFirst().step(), reason, detail));
    }

    void giveUp(Run run, String why) {
        log(Kind.GIVEN_UP, run.step(), why);
        publish(new Milestone.StepGivenUp(run.step(), why));
        end(run, Run.State.GIVEN_UP, why);
        proceed();
    }

    // A refusal can come for a step that is parked already: to an earlier attempt, or twice.
    void park(Run run, String why) {
        boolean endless = stepOf(run).exchange().retries().endless();
        saga = saga.with(run.parked(why, endless ? due(run, Integer.MAX_VALUE) : null));
        if (!run.isParked()) {
            publish(new Milestone.Parked(run.step(), why));
            log(Kind.PARKED, run.step(), why);
        }
    }

    void cancel(FollowUp<D, ?> followUp) {
        saga = saga.on(saga.course().cancel()).knowing(followUp.learns().apply(saga.data()));
        publish(new Milestone.CancellationRequested());
    }

    /** What follows answers for the balance from then on. */
    void follow() {
        if (saga.course().imbalance() != null) {
            balanced();
        }
        effects.add(new Effect.Follow());
        log(LogEntry.of(Kind.FOLLOWED));
    }

    void outOfBalance(String finding) {
        saga = saga.on(saga.course().balance(finding));
        if (saga.isOver()) {
            parkAtBalance(finding);
        }
    }

    void balanced() {
        boolean wasParked = saga.isOver() && saga.status() == Status.PARKED;
        saga = saga.on(saga.course().balance(null));
        if (wasParked) {
            saga = saga.in(end());
            resumed(LogEntry.BALANCE);
        }
    }

    void publish(Milestone milestone) {
        effects.add(new Effect.Publish(milestone));
    }

    void log(Kind kind, @Nullable String step, @Nullable String text) {
        log(LogEntry.of(kind, step, text));
    }

    void log(LogEntry entry) {
        effects.add(new Effect.Log(entry));
    }

    static String nameOf(Message message) {
        var name = TypeName.of(message.getClass()).name();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void finish() {
        boolean completed = end() == Status.COMPLETED;
        saga = saga.in(end()).timed();
        publish(completed ? new Milestone.Completed() : new Milestone.Compensated());
        log(LogEntry.of(completed ? Kind.COMPLETED : Kind.COMPENSATED));
        var finding = saga.course().imbalance();
        if (saga.course().cancelled()) {
            follow();
        } else if (finding != null) {
            parkAtBalance(finding);
        }
    }

    private void parkAtBalance(String finding) {
        saga = saga.in(Status.PARKED);
        publish(new Milestone.Parked(LogEntry.BALANCE, finding));
        log(Kind.PARKED, LogEntry.BALANCE, finding);
    }

    /** Said before anything that the saga goes on with. */
    private void goOn() {
        if (saga.status() == Status.PARKED && saga.openRuns().noneMatch(Run::isParked)) {
            saga = saga.in(activity());
            resumed(before.foremostRun().map(Run::step).orElse(LogEntry.BALANCE));
        }
    }

    private void resumed(String step) {
        publish(new Milestone.Resumed(step));
        log(Kind.RESUMED, step, null);
    }

    private Status end() {
        return saga.failure() == null ? Status.COMPLETED : Status.COMPENSATED;
    }

    private Instant due(Run run, int attempt) {
        return now.plus(stepOf(run).exchange().retries().waitOf(saga.id(), run.step(), attempt));
    }
}
