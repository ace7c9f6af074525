package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.outbox.OutboxRow;
import io.fulfilment.messaging.outbox.StoredRow;
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

    static UnpublishedRow of(StoredRow stored) {
        OutboxRow row = stored.row();
        return new UnpublishedRow(
                stored.id(),
                row.messageId(),
                new Key(row.topic(), row.key()),
                stored.sequence(),
                row.type(),
                row.correlationId(),
                row.causationId(),
                row.traceparent(),
                row.headers(),
                row.body(),
                stored.appendedAt());
    }

    /** In bytes, about, of what varies. */
    int size() {
        return (body == null ? 0 : body.length) + (headers == null ? 0 : headers.length());
    }

    /** What keeps its order. */
    record Key(String topic, String subject) {}
}
