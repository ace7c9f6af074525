package io.fulfilment.messaging.relay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, read to be published. */
record UnpublishedRow(
        long id,
        UUID messageId,
        Key key,
        long sequence,
        String type,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        @Nullable String headers,
        byte @Nullable [] body,
        Instant appendedAt) {

    /** What keeps its order. */
    record Key(String topic, String subject) {}
}
