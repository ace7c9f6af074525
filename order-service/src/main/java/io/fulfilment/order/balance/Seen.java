package io.fulfilment.order.balance;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.balance.Balance.Verdict;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.PaymentStatus;
import io.fulfilment.order.query.StockStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a look has found of an order.
 *
 * @param at by the database's clock
 */
record Seen(Watched watched, Verdict verdict, Instant at) {

    Optional<Watched> next(BalanceSettings settings) {
        return watched.look(verdict, at, settings);
    }

    static OrderId orderId(ResultSet row) throws SQLException {
        return new OrderId(row.getObject("order_id", UUID.class));
    }

    /** A row of the view; an order that isn't there, as while the view is built anew, has come to no end. */
    static Verdict verdict(ResultSet row) throws SQLException {
        String status = row.getString("status");
        if (status == null) {
            return new Verdict.Open();
        }
        String payment = row.getString("payment_status");
        String stock = row.getString("stock_status");
        return new Balance(
                        OrderStatus.valueOf(status),
                        payment == null ? PaymentStatus.PENDING : PaymentStatus.valueOf(payment),
                        stock == null ? StockStatus.PENDING : StockStatus.valueOf(stock))
                .verdict();
    }
}
