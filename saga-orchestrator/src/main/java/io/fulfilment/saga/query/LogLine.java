package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.LogEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a saga's log.
 *
 * @param n the transaction that wrote it: 1, 2, 3 …
 */
public record LogLine(
        int n,
        Instant at,
        LogEntry.Kind kind,
        @Nullable String step,
        @Nullable UUID messageId,
        @Nullable String by,
        @Nullable String text) {

    public static LogLine of(int n, Instant at, LogEntry entry) {
        return new LogLine(n, at, entry.kind(), entry.step(), entry.messageId(), entry.by(), entry.text());
    }
}
