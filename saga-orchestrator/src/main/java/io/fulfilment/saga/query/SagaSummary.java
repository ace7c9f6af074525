package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in a list of sagas.
 *
 * @param step that waits for an answer
 */
public record SagaSummary(
        UUID sagaId,
        String type,
        int definitionVersion,
        UUID orderId,
        Status status,
        @Nullable String step,
        Instant startedAt,
        @Nullable Instant endedAt) {}
