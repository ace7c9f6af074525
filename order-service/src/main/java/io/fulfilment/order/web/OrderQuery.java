package io.fulfilment.order.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.OrderSearch.Period;
import io.fulfilment.order.query.OrderSearch.Position;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; a parameter that is empty is as good as none.
 *
 * @param placedFrom included
 * @param placedTo excluded
 * @param customerId for operators only
 */
record OrderQuery(
        @Nullable OrderStatus status,

        @Nullable @Pattern(regexp = "|" + Sku.FORM, message = "must be a SKU")
        String sku,

        @Nullable Instant placedFrom,
        @Nullable Instant placedTo,

        @Nullable @Pattern(regexp = "[^\\u0000-\\u001f\\u007f]{0,255}", message = "must be a customer's id")
        String customerId) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Nullable
    Sku product() {
        return filled(sku, Sku::new);
    }

    @Nullable
    CustomerId customer() {
        return filled(customerId, CustomerId::new);
    }

    Period placed() {
        check("placedFrom", placedFrom);
        check("placedTo", placedTo);
        if (placedFrom != null && placedTo != null && placedFrom.isAfter(placedTo)) {
            throw fault("placedTo", "must not be before placedFrom");
        }
        return new Period(placedFrom, placedTo);
    }

    /** Where the page begins; the cursor may be forged, so its instant is as doubtful as the others. */
    @Nullable
    Position position(@Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        check("cursor", after.instant(0));
        return new Position(after.instant(0), after.uuid(1));
    }

    private static void check(String name, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw fault(name, "must be between " + EARLIEST + " and " + LATEST);
        }
    }

    private static RuntimeException fault(String name, String detail) {
        return Problem.invalid(Fault.ofParameter(name, detail)).asException();
    }

    private static <T> @Nullable T filled(@Nullable String text, Function<String, T> reading) {
        return text == null || text.isBlank() ? null : reading.apply(text);
    }
}
