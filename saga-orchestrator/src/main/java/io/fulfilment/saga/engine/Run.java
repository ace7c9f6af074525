package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step in an instance.
 *
 * @param attempts how often its command was sent since the step began or an operator had it tried again
 * @param commands the ids of every command sent for it: an answer to any of them is an answer to the step
 * @param due when it is tried again, or given up; null if it isn't
 */
public record Run(
        String step,
        State state,
        int attempts,
        List<UUID> commands,
        Instant startedAt,
        @Nullable Instant due,
        @Nullable Instant endedAt,
        @Nullable String error) {

    /** Where a step stands. */
    public enum State {
        WAITING,
        PARKED,
        SUCCEEDED,
        REFUSED,
        /** No answer came: nobody knows whether it happened. */
        UNANSWERED,
        /** An operator, or whoever cancelled, did not wait for the answer: nobody knows whether it happened. */
        ABANDONED,
        GIVEN_UP,
        /** An operator saw to it by other means. */
        SETTLED
    }

    public Run {
        commands = List.copyOf(commands);
    }

    static Run begin(String step, Instant now) {
        return new Run(step, State.WAITING, 0, List.of(), now, null, null, null);
    }

    /** Whether an answer to it still counts. */
    public boolean awaitsAnswer() {
        return state == State.WAITING || state == State.PARKED;
    }

    public boolean isParked() {
        return state == State.PARKED;
    }

    boolean isDue(Instant now) {
        return awaitsAnswer() && due != null && !now.isBefore(due);
    }

    boolean mayHaveHappened() {
        return state == State.SUCCEEDED || state == State.UNANSWERED || state == State.ABANDONED;
    }

    /** One more attempt; a parked step stays parked. */
    Run sent(UUID command, Instant next) {
        var all = Stream.concat(commands.stream(), Stream.of(command)).toList();
        return new Run(step, state, attempts + 1, all, startedAt, next, null, error);
    }

    /** The same with another end of its wait. */
    public Run waitingUntil(@Nullable Instant end) {
        return new Run(step, state, attempts, commands, startedAt, end, endedAt, error);
    }

    Run renewed() {
        return new Run(step, State.WAITING, 0, commands, startedAt, null, null, error);
    }

    Run parked(String why, @Nullable Instant next) {
        return new Run(step, State.PARKED, attempts, commands, startedAt, next, null, why);
    }

    Run ended(State end, @Nullable String why, Instant now) {
        return new Run(step, end, attempts, commands, startedAt, null, now, why);
    }
}
