package io.fulfilment.order.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.OrderSearch.Period;
import io.fulfilment.order.query.OrderSearch.Position;
import io.fulfilment.web.input.Instants;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.problem.Fault;
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

    @Nullable
    Sku product() {
        return filled(sku, Sku::new);
    }

    @Nullable
    CustomerId customer() {
        return filled(customerId, CustomerId::new);
    }

    Period placed() {
        Instants.checkRange("placed", placedFrom, placedTo, Fault::ofParameter);
        return new Period(placedFrom, placedTo);
    }

    /** Where the page begins; the cursor may be forged, so its instant is as doubtful as the others. */
    @Nullable
    Position position(@Nullable Cursor after) {
        if (after == null) {
            return null;
        }
        Instants.check("cursor", after.instant(0), Fault::ofParameter);
        return new Position(after.instant(0), after.uuid(1));
    }

    private static <T> @Nullable T filled(@Nullable String text, Function<String, T> reading) {
        return text == null || text.isBlank() ? null : reading.apply(text);
    }
}
