package io.fulfilment.order.query;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.OrderStatus;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to find; what is null doesn't matter.
 *
 * @param limit how many at most
 */
public record OrderSearch(
        @Nullable CustomerId customer,
        @Nullable OrderStatus status,
        @Nullable Sku sku,
        Period placed,
        @Nullable Position after,
        int limit) {

    /** From the one instant (included) to the other (excluded); null is open. */
    public record Period(@Nullable Instant from, @Nullable Instant to) {}

    /** Where a page ended: the last order on it. */
    public record Position(Instant placedAt, UUID orderId) {}

    record Query(String sql, List<Object> parameters) {}

    Query query() {
        var conditions = new Conditions();
        conditions.add("customer_id = ?", customer == null ? null : customer.value());
        conditions.add("status = ?", status == null ? null : status.name());
        conditions.add("skus @> ARRAY[?]::text[]", sku == null ? null : sku.value());
        conditions.add("placed_at >= ?", timestamp(placed.from()));
        conditions.add("placed_at < ?", timestamp(placed.to()));
        if (after != null) {
            conditions.add("(placed_at, order_id) < (?, ?)", timestamp(after.placedAt()), after.orderId());
        }
        return conditions.query(limit);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static final class Conditions {

        private final List<String> texts = new ArrayList<>(List.of("placed_at IS NOT NULL"));
        private final List<Object> parameters = new ArrayList<>();

        void add(String text, @Nullable Object... values) {
            for (Object value : values) {
                if (value == null) {
                    return;
                }
                parameters.add(value);
            }
            texts.add(text);
        }

        Query query(int limit) {
            parameters.add(limit);
            return new Query(
                    "SELECT " + OrderViewRows.COLUMNS + " FROM order_view WHERE " + String.join(" AND ", texts)
                            + " ORDER BY placed_at DESC, order_id DESC LIMIT ?",
                    List.copyOf(parameters));
        }
    }
}
