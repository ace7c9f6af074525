package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in a list of sagas.
 *
 * @param version how often it was stored
 * @param step that waits for an answer
 * @param error what is out of balance, or why it is parked, or else why it is compensated
 * @param cancelled whether its order is to be cancelled
 */
public record SagaSummary(
        UUID sagaId,
        String type,
        int definitionVersion,
        UUID orderId,
        int version,
        Status status,
        @Nullable String step,
        @Nullable String error,
        boolean cancelled,
        Instant startedAt,
        @Nullable Instant endedAt) {}
