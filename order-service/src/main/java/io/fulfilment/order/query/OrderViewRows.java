package io.fulfilment.order.query;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.OrderView.Cancellation;
import io.fulfilment.order.query.OrderView.Notification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the view. */
@Component
class OrderViewRows implements RowMapper<OrderView> {

    static final String COLUMNS = """
            order_id, customer_id, status, reason, cancellation, lines, total_amount, total_currency, payment_status, \
            stock_status, notifications, version, placed_at, updated_at""";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<OrderLine>> LINES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Notification>> NOTIFICATIONS = new TypeReference<>() {};

    @Override
    public OrderView mapRow(ResultSet row, int number) throws SQLException {
        return new OrderView(
                new OrderId(row.getObject("order_id", UUID.class)),
                new CustomerId(row.getString("customer_id")),
                OrderStatus.valueOf(row.getString("status")),
                reason(row.getString("reason")),
                cancellation(row.getString("cancellation"), row.getString("customer_id")),
                MAPPER.readValue(row.getString("lines"), LINES),
                new Money(row.getBigDecimal("total_amount"), Currency.getInstance(row.getString("total_currency"))),
                new OrderView.Payment(payment(row.getString("payment_status"))),
                new OrderView.Stock(stock(row.getString("stock_status"))),
                notifications(row.getString("notifications")),
                row.getLong("version"),
                instant(row, "placed_at"),
                instant(row, "updated_at"));
    }

    static StatusChange statusChange(String json) {
        return MAPPER.readValue(json, StatusChange.class);
    }

    private static @Nullable RejectionReason reason(@Nullable String name) {
        return name == null ? null : RejectionReason.valueOf(name);
    }

    private static @Nullable Cancellation cancellation(@Nullable String json, String customer) {
        return json == null
                ? null
                : MAPPER.readValue(json, CancellationWish.class).shownTo(customer);
    }

    private static PaymentStatus payment(@Nullable String name) {
        return name == null ? PaymentStatus.PENDING : PaymentStatus.valueOf(name);
    }

    private static StockStatus stock(@Nullable String name) {
        return name == null ? StockStatus.PENDING : StockStatus.valueOf(name);
    }

    private static List<Notification> notifications(String json) {
        return json.equals("{}")
                ? List.of()
                : MAPPER.readValue(json, NOTIFICATIONS).values().stream()
                        .sorted(Comparator.comparing(Notification::at))
                        .toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
