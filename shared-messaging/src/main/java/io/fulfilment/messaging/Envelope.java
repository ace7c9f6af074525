package io.fulfilment.messaging;

import io.fulfilment.events.TypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a received message: its CloudEvents attributes and its place in Kafka.
 *
 * @param id unique for ever; a message that comes twice has the same
 * @param source the sending service and its topic, within which {@code sequence} counts
 * @param subject the message's key
 * @param sequence 1, 2, 3 … without a gap, for one source and subject
 * @param time when the sender's transaction appended it
 */
public record Envelope(
        UUID id,
        TypeName type,
        String source,
        String subject,
        long sequence,
        Instant time,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        String topic,
        int partition,
        long offset) {}
