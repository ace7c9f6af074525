package io.fulfilment.messaging.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row to be written.
 *
 * @param headers for a copy of another record, all of its headers as JSON; null for a message of the service's own
 * @param body null only for a copy of a record without a value
 */
public record OutboxRow(
        UUID messageId,
        String topic,
        String key,
        String type,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable String traceparent,
        @Nullable String headers,
        byte @Nullable [] body) {

    private static final int SHARDS = 64;

    /** Which of 64 parts of all keys: a relay publishes some of these. */
    public short shard() {
        int hash = key.hashCode();
        return (short) Math.floorMod(hash ^ (hash >>> 16), SHARDS);
    }
}
