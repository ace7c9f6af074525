package io.fulfilment.order.query;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.domain.OrderStatus;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the view. */
@Repository
public class OrderViews {

    private final JdbcClient jdbc;
    private final OrderViewRows rows;

    OrderViews(JdbcClient jdbc, OrderViewRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public Optional<OrderView> find(OrderId id) {
        return jdbc.sql("SELECT " + OrderViewRows.COLUMNS
                        + " FROM order_view WHERE order_id = ? AND placed_at IS NOT NULL")
                .param(id.value())
                .query(rows)
                .optional();
    }

    /** A page, newest first. */
    public List<OrderView> find(OrderSearch search) {
        var query = search.query();
        return jdbc.sql(query.sql()).params(query.parameters()).query(rows).list();
    }

    /** The changes of an order's status after a version, in order. */
    public List<StatusChange> changes(OrderId id, long afterVersion) {
        return jdbc.sql("""
                        SELECT entry.value FROM order_view, jsonb_each(history) AS entry
                        WHERE order_id = ? AND entry.key::bigint > ? ORDER BY entry.key::bigint
                        """)
                .param(id.value())
                .param(afterVersion)
                .query((row, number) -> OrderViewRows.statusChange(row.getString(1)))
                .list();
    }

    /** How far these orders are. */
    List<Progress> progress(Collection<UUID> ids) {
        return jdbc.sql(
                        "SELECT order_id, version, status FROM order_view WHERE order_id = ANY (?::uuid[]) AND status IS NOT NULL")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> new Progress(
                        row.getObject("order_id", UUID.class),
                        row.getLong("version"),
                        OrderStatus.valueOf(row.getString("status"))))
                .list();
    }

    /** The version and status of an order. */
    record Progress(UUID orderId, long version, OrderStatus status) {}
}
