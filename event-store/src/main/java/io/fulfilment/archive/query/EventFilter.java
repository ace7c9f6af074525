package io.fulfilment.archive.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events; null leaves a criterion out.
 *
 * @param type name and version
 * @param from the earliest time of an event
 * @param to the time before which an event must be
 */
public record EventFilter(
        @Nullable String topic,
        @Nullable String type,
        @Nullable String subject,
        @Nullable UUID correlationId,
        @Nullable Instant from,
        @Nullable Instant to) {}
