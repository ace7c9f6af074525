package io.fulfilment.messaging.deadletter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL over {@code held_message AS message}: only what is asked for is in it, so that an index can answer it. */
record Condition(String sql, List<Object> values) {

    static Condition of(DeadLetterFilter filter) {
        Reason reason = filter.reason();
        return new Condition("true", List.of())
                .and("message.topic = ?", filter.topic())
                .and("message.type = ?", filter.type())
                .and("message.reason = ?", reason == null ? null : reason.name())
                .and("message.error_class = ?", filter.error())
                .and("message.message_key = ?", filter.key())
                .and("message.held_at >= ?", at(filter.parkedFrom()))
                .and("message.held_at < ?", at(filter.parkedTo()));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    Condition and(String more, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var all = new ArrayList<>(values);
        all.add(value);
        return new Condition(sql + " AND " + more, all);
    }

    /** The values, and others behind them. */
    @Nullable
    Object[] valuesAnd(@Nullable Object... more) {
        var all = new ArrayList<@Nullable Object>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
