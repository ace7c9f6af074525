package io.fulfilment.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant: those that agree with all that is not null.
 *
 * @param error the class of the exception
 * @param key of the record
 * @param parkedFrom included
 * @param parkedTo excluded
 */
public record DeadLetterFilter(
        @Nullable String topic,
        @Nullable String type,
        @Nullable Reason reason,
        @Nullable String error,
        @Nullable String key,
        @Nullable Instant parkedFrom,
        @Nullable Instant parkedTo) {

    /** All of them. */
    public static final DeadLetterFilter NONE = new DeadLetterFilter(null, null, null, null, null, null, null);

    /** Whether it leaves nothing out. */
    @JsonIgnore
    public boolean isEmpty() {
        return Stream.of(topic, type, reason, error, key, parkedFrom, parkedTo).allMatch(Objects::isNull);
    }
}
