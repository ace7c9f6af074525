package io.fulfilment.payment.persistence;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.payment.query.PaymentStatus;
import io.fulfilment.payment.query.PaymentView;
import io.fulfilment.payment.query.PaymentViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentViews implements PaymentViews {

    private static final String SAVE = """
            INSERT INTO payment_view
                (payment_id, order_id, customer_id, status, amount, currency, reason,
                 authorized_at, captured_at, voided_at, refunded_at)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[],
                                 ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
            ON CONFLICT (payment_id) DO UPDATE
            SET status = excluded.status, reason = excluded.reason, authorized_at = excluded.authorized_at,
                captured_at = excluded.captured_at, voided_at = excluded.voided_at, refunded_at = excluded.refunded_at
            """;

    private static final String FIND = """
            SELECT * FROM payment_view
            WHERE (:customer::text IS NULL OR customer_id = :customer)
              AND (:order::uuid IS NULL OR order_id = :order)
              AND (:before::uuid IS NULL OR payment_id < :before)
            ORDER BY payment_id DESC
            LIMIT :limit
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    JdbcPaymentViews(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    @Override
    public void save(Collection<PaymentView> views) {
        jdbc.update(
                SAVE,
                SqlColumn.of(views, PaymentView::paymentId),
                SqlColumn.of(views, PaymentView::orderId),
                SqlColumn.of(views, PaymentView::customerId),
                SqlColumn.of(views, PaymentView::status),
                SqlColumn.of(
                        views, it -> it.amount() == null ? null : it.amount().amount()),
                SqlColumn.of(
                        views, it -> it.amount() == null ? null : it.amount().currency()),
                SqlColumn.of(views, PaymentView::reason),
                SqlColumn.of(views, PaymentView::authorizedAt),
                SqlColumn.of(views, PaymentView::capturedAt),
                SqlColumn.of(views, PaymentView::voidedAt),
                SqlColumn.of(views, PaymentView::refundedAt));
    }

    @Override
    public List<PaymentView> find(Criteria criteria, int limit) {
        return client.sql(FIND)
                .param(
                        "customer",
                        criteria.customerId() == null
                                ? null
                                : criteria.customerId().value())
                .param(
                        "order",
                        criteria.orderId() == null ? null : criteria.orderId().value())
                .param(
                        "before",
                        criteria.before() == null ? null : criteria.before().value())
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    @Override
    public Optional<PaymentView> find(PaymentId paymentId) {
        return client.sql("SELECT * FROM payment_view WHERE payment_id = :payment")
                .param("payment", paymentId.value())
                .query((row, _) -> view(row))
                .optional();
    }

    private static PaymentView view(ResultSet row) throws SQLException {
        String customer = row.getString("customer_id");
        String amount = row.getString("amount");
        return new PaymentView(
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                customer == null ? null : new CustomerId(customer),
                PaymentStatus.valueOf(row.getString("status")),
                amount == null ? null : Money.of(amount, row.getString("currency")),
                row.getString("reason"),
                instant(row, "authorized_at"),
                instant(row, "captured_at"),
                instant(row, "voided_at"),
                instant(row, "refunded_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
