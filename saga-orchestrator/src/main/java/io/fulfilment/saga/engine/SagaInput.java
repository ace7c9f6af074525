package io.fulfilment.saga.engine;

import io.fulfilment.events.Reply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an instance. */
public sealed interface SagaInput {

    record Started() implements SagaInput {}

    /**
     * @param messageId the reply's own
     * @param causationId the command that it answers; null if it doesn't say
     */
    record ReplyReceived(UUID messageId, @Nullable UUID causationId, Reply reply) implements SagaInput {}

    /** The instance's deadline has passed. */
    record TimerFired() implements SagaInput {}

    /**
     * What the saga is for is no longer wanted. Before the pivot has begun it is undone; at the pivot and after it, it goes
     * on to its end, on which its {@link FollowUp} follows.
     *
     * @param messageId of the event that said so
     */
    record CancellationRequested(UUID messageId) implements SagaInput {}

    /**
     * What the participants say of themselves doesn't fit the saga's end. Before that, it is kept until then.
     *
     * @param messageId of the event that said so
     * @param finding for people: what is open, or too much
     */
    record OutOfBalance(UUID messageId, String finding) implements SagaInput {}

    /**
     * @param by the operator's name
     * @param reason in her words
     */
    record OperatorActed(OperatorAct act, String by, String reason) implements SagaInput {}
}
