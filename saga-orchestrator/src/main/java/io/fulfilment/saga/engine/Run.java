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
 */
public record Run(
        String step,
        State state,
        int attempts,
        List<UUID> commands,
        Instant startedAt,
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
        /** An operator did not wait for the answer: nobody knows whether it happened. */
        ABANDONED,
        GIVEN_UP
    }

    public Run {
        commands = List.copyOf(commands);
    }

    static Run begin(String step, Instant now) {
        return new Run(step, State.WAITING, 0, List.of(), now, null, null);
    }

    /** Whether an answer to it still counts. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.PARKED;
    }

    boolean mayHaveHappened() {
        return state == State.SUCCEEDED || state == State.UNANSWERED || state == State.ABANDONED;
    }

    Run sent(UUID command) {
        var all = Stream.concat(commands.stream(), Stream.of(command)).toList();
        return new Run(step, State.WAITING, attempts + 1, all, startedAt, null, error);
    }

    Run renewed() {
        return new Run(step, State.WAITING, 0, commands, startedAt, null, error);
    }

    Run parked(String why) {
        return new Run(step, State.PARKED, attempts, commands, startedAt, null, why);
    }

    Run ended(State end, @Nullable String why, Instant now) {
        return new Run(step, end, attempts, commands, startedAt, now, why);
    }
}
