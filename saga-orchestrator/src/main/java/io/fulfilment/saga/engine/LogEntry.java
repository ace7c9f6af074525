package io.fulfilment.saga.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an instance's history.
 *
 * @param messageId of the command or reply that it tells of
 * @param by the operator
 * @param text for people: the message's type, the reason
 */
public record LogEntry(
        Kind kind,
        @Nullable String step,
        @Nullable UUID messageId,
        @Nullable String by,
        @Nullable String text) {

    /** Stands for a step where it is about the balance of all of them. */
    public static final String BALANCE = "balance";

    /** What a line tells of. */
    public enum Kind {
        STARTED,
        COMMAND_SENT,
        REPLY_RECEIVED,
        REPLY_IGNORED,
        TIMED_OUT,
        GIVEN_UP,
        CANCELLATION_REQUESTED,
        COMPENSATION_STARTED,
        PARKED,
        /** It was parked, and goes on. */
        RESUMED,
        OPERATOR_ACTED,
        INPUT_IGNORED,
        COMPLETED,
        COMPENSATED,
        /** Its end doesn't fit what the participants say. */
        OUT_OF_BALANCE,
        /** The saga that undoes its effects began. */
        FOLLOWED
    }

    static LogEntry of(Kind kind) {
        return new LogEntry(kind, null, null, null, null);
    }

    static LogEntry of(Kind kind, @Nullable String step, @Nullable String text) {
        return new LogEntry(kind, step, null, null, text);
    }
}
