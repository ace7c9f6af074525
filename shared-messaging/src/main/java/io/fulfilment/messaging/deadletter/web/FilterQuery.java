package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.DeadLetterFilter;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.web.input.Instants;
import io.fulfilment.web.input.Texts;
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
        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String topic,

        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String type,

        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String key,

        @Nullable Reason reason,

        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String error,

        @Nullable Instant parkedFrom,
        @Nullable Instant parkedTo) {

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
        Instants.checkRange("parked", parkedFrom, parkedTo, fault);
        return new DeadLetterFilter(
                filled(topic), filled(type), reason, filled(error), filled(key), parkedFrom, parkedTo);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
