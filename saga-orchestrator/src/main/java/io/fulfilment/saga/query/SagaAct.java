package io.fulfilment.saga.query;

import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.OperatorAct;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decided about many sagas, and how far that has come.
 *
 * @param at when it was decided
 * @param matched sagas that agreed with the filter then
 * @param waiting those whose turn is still to come
 * @param done those that it was done to
 * @param skipped those that had moved on by their turn, or did not allow it; nothing was changed
 * @param failed those that it could not be done to
 * @param stopped those whose turn had not come when it was stopped
 * @param stop who stopped it, and why; null if nobody did
 */
public record SagaAct(
        long id,
        Instant at,
        OperatorAct act,
        String by,
        String reason,
        SagaFilter filter,
        State status,
        long matched,
        long waiting,
        long done,
        long skipped,
        long failed,
        long stopped,
        @Nullable Stop stop) {

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Somebody ended it early. */
        STOPPED
    }

    /** How it came to be stopped. */
    public record Stop(Instant at, String by, @Nullable String reason) {}
}
