package io.fulfilment.saga.engine;

import io.fulfilment.saga.engine.LogEntry.Kind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One input being applied: decides which moves it calls for. */
final class Turn<D> {

    private final SagaDefinition<D> definition;
    private final Moves<D> moves;

    Turn(SagaDefinition<D> definition, Moves<D> moves) {
        this.definition = definition;
        this.moves = moves;
    }

    void take(SagaInput input) {
        switch (input) {
            case SagaInput.Started _ -> start();
            case SagaInput.ReplyReceived reply -> answered(reply);
            case SagaInput.TimerFired _ -> timerFired();
            case SagaInput.CancellationRequested request -> cancellationRequested(request);
            case SagaInput.OutOfBalance finding -> outOfBalance(finding);
            case SagaInput.OperatorActed act -> operatorActed(act);
        }
    }

    private void start() {
        if (!moves.saga().runs().isEmpty() || moves.saga().status() != Status.RUNNING) {
            moves.log(Kind.INPUT_IGNORED, null, "started already");
            return;
        }
        moves.log(Kind.STARTED, null, null);
        moves.publish(new Milestone.Started());
        moves.proceed();
    }

    private void answered(SagaInput.ReplyReceived received) {
        var causation = received.causationId();
        var run = causation == null ? null : moves.saga().runThatSent(causation).orElse(null);
        if (run == null) {
            record(Kind.REPLY_IGNORED, null, received, "answers no command of this saga");
        } else if (!run.awaitsAnswer()) {
            record(Kind.REPLY_IGNORED, run.step(), received, "late: the step is " + run.state());
        } else {
            interpret(run, received);
        }
    }

    private void interpret(Run run, SagaInput.ReplyReceived received) {
        var step = moves.stepOf(run);
        switch (step.exchange().meaningOf(received.reply())) {
            case Exchange.Meaning.None<D> _ ->
                record(Kind.REPLY_IGNORED, run.step(), received, "does not answer this step");
            case Exchange.Meaning.Success<D>(var learned) -> {
                record(Kind.REPLY_RECEIVED, run.step(), received, null);
                moves.learn(learned.apply(moves.saga().data(), received.reply()));
                moves.end(run, Run.State.SUCCEEDED, null);
                moves.proceed();
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
                moves.end(run, Run.State.REFUSED, failure.detail());
                moves.compensate(failure);
            }
            case Step.Retriable<D> _, Step.Compensation<D> _ -> moves.park(run, "refused: " + failure.detail());
            case Step.Expendable<D> _ -> moves.giveUp(run, failure.detail());
        }
    }

    private void timerFired() {
        var due = moves.saga().openRuns().filter(run -> run.isDue(moves.now())).toList();
        if (due.isEmpty()) {
            moves.log(Kind.INPUT_IGNORED, null, "no timer is due");
        } else {
            due.forEach(this::timedOut);
        }
    }

    private void timedOut(Run run) {
        var step = moves.stepOf(run);
        boolean isLastWord =
                !run.isParked() && run.attempts() >= step.exchange().retries().attempts();
        if (isLastWord) {
            unanswered(run, step, "no answer to " + run.attempts() + " attempts");
        } else if (isLate(run, step)) {
            unanswered(run, step, "not decided within " + definition.undoing().pivotWithin());
        } else {
            moves.log(Kind.TIMED_OUT, run.step(), "no answer to attempt " + run.attempts());
            moves.send(run);
        }
    }

    /** Whether the attempt that is due began after the saga should have come to its pivot. */
    private boolean isLate(Run run, Step<D> step) {
        var began = step.exchange().retries().beginningOf(moves.saga().id(), run);
        return Phase.limit(definition, moves.saga())
                .filter(limit -> !began.isBefore(limit))
                .isPresent();
    }

    private void unanswered(Run run, Step<D> step, String why) {
        moves.log(Kind.TIMED_OUT, run.step(), why);
        switch (step) {
            case Step.Compensatable<D> _ -> {
                moves.end(run, Run.State.UNANSWERED, why);
                moves.compensate(new Failure(run.step(), Failure.TIMED_OUT, why));
            }
            case Step.Pivot<D> _, Step.Retriable<D> _, Step.Compensation<D> _ -> moves.park(run, why);
            case Step.Expendable<D> _ -> moves.giveUp(run, why);
        }
    }

    private void cancellationRequested(SagaInput.CancellationRequested request) {
        var followUp = definition.undoing().followUp();
        if (followUp == null) {
            ignored(request.messageId(), "it can't be cancelled");
            return;
        }
        if (moves.saga().course().cancelled()) {
            ignored(request.messageId(), "it is being cancelled already");
            return;
        }
        moves.log(new LogEntry(Kind.CANCELLATION_REQUESTED, null, request.messageId(), null, null));
        moves.cancel(followUp);
        if (moves.saga().isOver()) {
            moves.follow();
        } else if (Phase.isBeforePivot(definition, moves.saga())) {
            moves.abandon(Failure.CANCELLED, "cancelled", "its cancellation was requested");
        }
    }

    private void outOfBalance(SagaInput.OutOfBalance found) {
        if (moves.saga().isOver() && moves.saga().course().cancelled()) {
            ignored(found.messageId(), "what follows on it answers for that: " + found.finding());
        } else {
            moves.log(new LogEntry(Kind.OUT_OF_BALANCE, LogEntry.BALANCE, found.messageId(), null, found.finding()));
            moves.outOfBalance(found.finding());
        }
    }

    private void operatorActed(SagaInput.OperatorActed acted) {
        if (!SagaEngine.choices(definition, moves.saga()).contains(acted.act())) {
            record(Kind.INPUT_IGNORED, acted, null);
            return;
        }
        var step = moves.saga().foremostRun().map(Run::step).orElse(LogEntry.BALANCE);
        record(Kind.OPERATOR_ACTED, acted, step);
        moves.publish(new Milestone.OperatorActed(acted.act(), step, acted.by(), acted.reason()));
        switch (acted.act()) {
            case RETRY -> moves.retry(foremost());
            case COMPENSATE -> moves.abandon(Failure.OPERATOR, "compensated by " + acted.by(), acted.reason());
            case RESUME -> resume(acted);
        }
    }

    private void resume(SagaInput.OperatorActed acted) {
        if (moves.saga().isOver()) {
            moves.balanced();
        } else {
            foremost().forEach(run -> moves.end(run, Run.State.SETTLED, "settled by " + acted.by()));
            moves.proceed();
        }
    }

    /** What is parked, or if nothing is, what waits. */
    private List<Run> foremost() {
        var open = moves.saga().openRuns().toList();
        var parked = open.stream().filter(Run::isParked).toList();
        return parked.isEmpty() ? open : parked;
    }

    private void ignored(UUID messageId, String why) {
        moves.log(new LogEntry(Kind.INPUT_IGNORED, null, messageId, null, why));
    }

    private void record(Kind kind, @Nullable String step, SagaInput.ReplyReceived received, @Nullable String remark) {
        var name = Moves.nameOf(received.reply());
        moves.log(new LogEntry(kind, step, received.messageId(), null, remark == null ? name : name + ": " + remark));
    }

    private void record(Kind kind, SagaInput.OperatorActed acted, @Nullable String step) {
        moves.log(new LogEntry(kind, step, null, acted.by(), acted.act() + ": " + acted.reason()));
    }
}
