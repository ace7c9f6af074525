package io.fulfilment.notification.query;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.notification.application.NotificationStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers what customers have been told. Where a customer is given, other customers' notifications don't exist. */
@Repository
public class NotificationQueries {

    private static final String FIND = """
            SELECT order_id, kind, channel, status, reason, changed_at FROM notification
            WHERE (:customer::text IS NULL OR customer_id = :customer)
              AND (:order::uuid IS NULL OR order_id = :order)
              AND (:beforeOrder::uuid IS NULL OR (order_id, kind) < (:beforeOrder, :beforeKind::text))
            ORDER BY order_id DESC, kind DESC
            LIMIT :limit
            """;

    /** A place in the list, which is ordered by order and kind, newest orders first. */
    public record Place(UUID orderId, String kind) {}

    private final JdbcClient jdbc;

    NotificationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<NotificationView> find(
            @Nullable CustomerId customerId, @Nullable OrderId orderId, @Nullable Place before, int limit) {
        return jdbc.sql(FIND)
                .param("customer", customerId == null ? null : customerId.value())
                .param("order", orderId == null ? null : orderId.value())
                .param("beforeOrder", before == null ? null : before.orderId())
                .param("beforeKind", before == null ? null : before.kind())
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    private static NotificationView view(ResultSet row) throws SQLException {
        return new NotificationView(
                new OrderId(row.getObject("order_id", UUID.class)),
                NotificationKind.valueOf(row.getString("kind")),
                row.getString("channel"),
                NotificationStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
