package io.fulfilment.saga.web;

import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.SagaViews.Position;
import io.fulfilment.web.input.Instants;
import io.fulfilment.web.input.Texts;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which sagas are meant; what is empty is as good as none.
 *
 * @param status one of these
 * @param step at which it stands
 * @param startedFrom included
 * @param startedTo excluded
 * @param error a part of it, in upper or lower case
 */
record SagaQuery(
        @Nullable List<Status> status,

        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String type,

        @Nullable UUID orderId,

        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String step,

        @Nullable Instant startedFrom,
        @Nullable Instant startedTo,

        @Nullable @Pattern(regexp = Texts.SOUGHT, message = Texts.SOUGHT_EXPECTED)
        String error) {

    /** As it stands in the query. */
    SagaFilter inParameters() {
        return filter(Fault::ofParameter);
    }

    /** As it stands in the body, where it says what to act on: not on everything by an oversight. */
    SagaFilter inBody() {
        var filter = filter((name, detail) -> Fault.at("/filter/" + name, detail));
        if (filter.saysNothing()) {
            throw Problem.invalid(Fault.at("/filter", "must say what is meant, by a status for example"))
                    .asException();
        }
        return filter;
    }

    /** Where the page begins; the cursor may be forged, so its instant is as doubtful as the others. */
    static @Nullable Position position(@Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        Instants.check("cursor", after.instant(0), Fault::ofParameter);
        return new Position(after.instant(0), after.uuid(1));
    }

    private SagaFilter filter(BiFunction<String, String, Fault> fault) {
        Instants.checkRange("started", startedFrom, startedTo, fault);
        var statuses = status == null ? Set.<Status>of() : Set.copyOf(status);
        return new SagaFilter(statuses, filled(type), orderId, filled(step), startedFrom, startedTo, filled(error));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
