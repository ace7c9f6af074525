package io.fulfilment.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a message is sent: it carries the correlation of the whole conversation, the message that led to it, and the
 * trace that it belongs to.
 *
 * @param correlationId the same for everything that one request from outside set off
 * @param causationId the message that was being handled; null if it came from outside
 * @param traceparent W3C trace context of the cause, or null where nothing is traced
 */
public record Cause(
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent) {

    /** The beginning of a conversation; its trace is the current span's, if there is one. */
    public static Cause beginning(UUID correlationId) {
        return new Cause(correlationId, null, null);
    }
}
