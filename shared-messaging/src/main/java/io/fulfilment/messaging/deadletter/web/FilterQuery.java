package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.DeadLetterFilter;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is empty is as good as none.
 *
 * @param error the class of the exception
 * @param parkedFrom included
 * @param parkedTo excluded
 */
record FilterQuery(
        @Nullable @Pattern(regexp = TEXT, message = EXPECTED)
        String topic,

        @Nullable @Pattern(regexp = TEXT, message = EXPECTED)
        String type,

        @Nullable @Pattern(regexp = TEXT, message = EXPECTED)
        String key,

        @Nullable Reason reason,

        @Nullable @Pattern(regexp = TEXT, message = EXPECTED)
        String error,

        @Nullable Instant parkedFrom,
        @Nullable Instant parkedTo) {

    static final String TEXT = "[^\\p{Cc}]{0,500}";
    static final String EXPECTED = "must have at most 500 characters and no control characters";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** As it stands in the query. */
    DeadLetterFilter inParameters() {
        return filter(Fault::ofParameter);
    }

    /** As it stands in the body, where it says what to act on: not on everything by an oversight. */
    DeadLetterFilter inBody() {
        var filter = filter((name, detail) -> Fault.at("/filter/" + name, detail));
        if (filter.isEmpty()) {
            throw Problem.invalid(Fault.at("/filter", "must say what is meant, by a topic for example"))
                    .asException();
        }
        return filter;
    }

    private DeadLetterFilter filter(BiFunction<String, String, Fault> fault) {
        check(parkedFrom, "parkedFrom", fault);
        check(parkedTo, "parkedTo", fault);
        if (parkedFrom != null && parkedTo != null && parkedFrom.isAfter(parkedTo)) {
            throw Problem.invalid(fault.apply("parkedTo", "must not be before parkedFrom"))
                    .asException();
        }
        return new DeadLetterFilter(
                filled(topic), filled(type), reason, filled(error), filled(key), parkedFrom, parkedTo);
    }

    private static void check(@Nullable Instant instant, String name, BiFunction<String, String, Fault> fault) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw Problem.invalid(fault.apply(name, "must be between " + EARLIEST + " and " + LATEST))
                    .asException();
        }
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
