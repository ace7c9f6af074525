package io.fulfilment.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keys that stand still for the same reason.
 *
 * @param reason of the message that each stands still for; so are {@code type} and {@code error}
 * @param messages with those behind
 * @param oldest when the first of them was put aside; {@code newest}, when the last
 */
public record DeadLetterGroup(
        String topic,
        @Nullable String type,
        Reason reason,
        @Nullable String error,
        long keys,
        long messages,
        Instant oldest,
        Instant newest) {}
