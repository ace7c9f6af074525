package io.fulfilment.order.query;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.query.OrderView.Notification;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the view. Whichever topic speaks first makes the row, each fills its own columns, and an older version never
 * overwrites a newer one: so the topics' events may come in any order.
 */
@Repository
class OrderViewTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    OrderViewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void place(OrderPlaced placed, OrderFact fact) {
        jdbc.sql("""
                        INSERT INTO order_view AS old (order_id, customer_id, lines, skus, total_amount, total_currency,
                            placed_at, updated_at, version, status, history)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        ON CONFLICT (order_id) DO UPDATE
                        SET customer_id = EXCLUDED.customer_id, lines = EXCLUDED.lines, skus = EXCLUDED.skus,
                            total_amount = EXCLUDED.total_amount, total_currency = EXCLUDED.total_currency,
                            placed_at = EXCLUDED.placed_at, updated_at = greatest(old.updated_at, EXCLUDED.updated_at),
                            version = greatest(old.version, EXCLUDED.version),
                            status = coalesce(old.status, EXCLUDED.status),
                            history = old.history || EXCLUDED.history
                        """)
                .param(placed.orderId().value())
                .param(placed.customerId().value())
                .param(MAPPER.writeValueAsString(placed.lines()))
                .param(placed.lines().stream()
                        .map(OrderLine::sku)
                        .map(Object::toString)
                        .toArray(String[]::new))
                .param(placed.total().amount())
                .param(placed.total().currency().getCurrencyCode())
                .param(Timestamp.from(placed.placedAt()))
                .param(Timestamp.from(placed.placedAt()))
                .param(fact.version())
                .param(fact.status().name())
                .param(history(List.of(fact)))
                .update();
    }

    void change(Collection<ViewChange> changes) {
        jdbc.sql("""
                        INSERT INTO order_view AS old (order_id, updated_at, version, status, reason, history,
                            cancellation, payment_status, stock_status, notifications)
                        SELECT *
                        FROM unnest(?::uuid[], ?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::jsonb[],
                            ?::text[], ?::text[], ?::text[], ?::jsonb[]) AS new (order_id, updated_at, version, status,
                            reason, history, cancellation, payment_status, stock_status, notifications)
                        ORDER BY order_id
                        ON CONFLICT (order_id) DO UPDATE
                        SET updated_at = greatest(old.updated_at, EXCLUDED.updated_at),
                            version = greatest(old.version, EXCLUDED.version),
                            status = CASE WHEN EXCLUDED.version > old.version THEN EXCLUDED.status ELSE old.status END,
                            reason = CASE WHEN EXCLUDED.version > old.version THEN EXCLUDED.reason ELSE old.reason END,
                            history = old.history || EXCLUDED.history,
                            cancellation = coalesce(EXCLUDED.cancellation, old.cancellation),
                            payment_status = coalesce(EXCLUDED.payment_status, old.payment_status),
                            stock_status = coalesce(EXCLUDED.stock_status, old.stock_status),
                            notifications = old.notifications || EXCLUDED.notifications
                        """)
                .param(column(changes, ViewChange::orderId))
                .param(column(changes, ViewChange::at))
                .param(column(changes, change -> latest(change, OrderFact::version, 0L)))
                .param(column(changes, change -> latest(change, OrderFact::status, null)))
                .param(column(changes, change -> latest(change, OrderFact::reason, null)))
                .param(column(changes, change -> history(change.facts())))
                .param(column(changes, change -> json(change.cancellation())))
                .param(column(changes, ViewChange::payment))
                .param(column(changes, ViewChange::stock))
                .param(column(changes, change -> byKind(change.notifications())))
                .update();
    }

    private static @Nullable Object latest(
            ViewChange change, Function<OrderFact, @Nullable Object> value, @Nullable Object otherwise) {
        return change.facts().isEmpty() ? otherwise : value.apply(change.facts().getLast());
    }

    private static String history(List<OrderFact> facts) {
        return object(facts.stream().map(StatusChange::of).toList(), StatusChange::version);
    }

    private static @Nullable String json(@Nullable CancellationWish cancellation) {
        return cancellation == null ? null : MAPPER.writeValueAsString(cancellation);
    }

    private static String byKind(List<Notification> notifications) {
        return object(notifications, Notification::kind);
    }

    /** Parts by key, so that a part that comes again replaces itself. */
    private static <T> String object(List<T> parts, Function<T, Object> key) {
        if (parts.isEmpty()) {
            return "{}";
        }
        return MAPPER.writeValueAsString(
                parts.stream().collect(Collectors.toMap(key, Function.identity(), (earlier, later) -> later)));
    }

    private static @Nullable String[] column(
            Collection<ViewChange> changes, Function<ViewChange, @Nullable Object> value) {
        return changes.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
