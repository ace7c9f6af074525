package io.fulfilment.order.balance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Up to where orders have been looked at for the first time. */
@Repository
class BalanceWatermark {

    /** An order that is looked at for the first time. */
    record Passed(Instant placedAt, Seen seen) {}

    private final JdbcClient jdbc;

    BalanceWatermark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the caller has it to herself until her transaction ends; never waits. */
    boolean lock() {
        return jdbc.sql("SELECT one FROM balance_watermark FOR UPDATE SKIP LOCKED")
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** The next orders that are old enough, by time. */
    List<Passed> next(Duration age, int most) {
        return jdbc.sql("""
                        SELECT next.*, statement_timestamp() AS at
                        FROM balance_watermark AS reached
                        CROSS JOIN LATERAL (
                            SELECT order_id, placed_at, status, payment_status, stock_status FROM order_view
                            WHERE (order_view.placed_at, order_view.order_id) > (reached.placed_at, reached.order_id)
                              AND order_view.placed_at <= statement_timestamp() - ? * interval '1 millisecond'
                            ORDER BY order_view.placed_at, order_view.order_id LIMIT ?) AS next
                        """)
                .param(age.toMillis())
                .param(most)
                .query(BalanceWatermark::passed)
                .list();
    }

    void reach(Passed last) {
        jdbc.sql("UPDATE balance_watermark SET placed_at = ?, order_id = ?")
                .param(Timestamp.from(last.placedAt()))
                .param(last.seen().watched().orderId().value())
                .update();
    }

    /** For how long the next order has been old enough; not positive if there is none. */
    double secondsBehind(Duration age) {
        return jdbc.sql("""
                        SELECT extract(epoch FROM statement_timestamp() - next.placed_at)
                        FROM balance_watermark AS reached
                        CROSS JOIN LATERAL (
                            SELECT placed_at FROM order_view
                            WHERE (order_view.placed_at, order_view.order_id) > (reached.placed_at, reached.order_id)
                            ORDER BY order_view.placed_at, order_view.order_id LIMIT 1) AS next
                        """)
                .query(Double.class)
                .optional()
                .map(seconds -> seconds - age.toMillis() / 1_000.0)
                .orElse(0.0);
    }

    private static Passed passed(ResultSet row, int number) throws SQLException {
        var at = row.getTimestamp("at").toInstant();
        var seen = new Seen(Watched.from(Seen.orderId(row), at), Seen.verdict(row), at);
        return new Passed(row.getTimestamp("placed_at").toInstant(), seen);
    }
}
