package io.fulfilment.order.balance;

import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of ten minutes ago, as the view has them, and what the balance's own tables know of them. */
record PlantedOrders(JdbcClient jdbc) {

    private static final String CUSTOMER = "planted";

    /** From here on, no other test's orders are looked at. */
    void begin() {
        jdbc.sql("UPDATE balance_watermark SET placed_at = now() - interval '20 minutes'")
                .update();
        jdbc.sql("DELETE FROM balance_watch").update();
    }

    void end() {
        jdbc.sql("DELETE FROM order_view WHERE customer_id = ?").param(CUSTOMER).update();
        jdbc.sql("DELETE FROM balance_watch").update();
    }

    OrderId plant(String status, String payment, String stock) {
        return plant(1, status, payment, stock).getFirst();
    }

    List<OrderId> plant(int number, String status, String payment, String stock) {
        var made = Instant.now().minus(Duration.ofMinutes(10));
        var ids = Stream.generate(() -> madeAt(made)).limit(number).toList();
        jdbc.sql("""
                        INSERT INTO order_view (order_id, customer_id, lines, total_amount, total_currency, placed_at,
                            updated_at, version, status, reason, payment_status, stock_status)
                        SELECT id, :customer, '[]', 0, 'EUR', now() - interval '10 minutes', now(), 3, :status,
                            CASE WHEN :status = 'REJECTED' THEN 'TIMED_OUT' END, nullif(:payment, 'PENDING'),
                            nullif(:stock, 'PENDING')
                        FROM unnest(:ids::uuid[]) AS new (id)
                        """)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("customer", CUSTOMER)
                .param("status", status)
                .param("payment", payment)
                .param("stock", stock)
                .update();
        return ids.stream().map(OrderId::new).toList();
    }

    /** A UUID of version 7. */
    static UUID madeAt(Instant instant) {
        var random = UUID.randomUUID();
        return new UUID(
                instant.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff,
                random.getLeastSignificantBits());
    }

    /** Whatever is watched was put off, or seen, so much longer ago. */
    void passes(Duration time) {
        jdbc.sql("""
                        UPDATE balance_watch SET due_at = due_at - :ms * interval '1 millisecond',
                            seen_at = seen_at - :ms * interval '1 millisecond'
                        """).param("ms", time.toMillis()).update();
    }

    /** Has those planted looked at now that have this payment. */
    void watchWhatIs(String payment) {
        jdbc.sql("""
                        INSERT INTO balance_watch (order_id, due_at)
                        SELECT order_id, now() FROM order_view WHERE customer_id = ? AND payment_status = ?
                        ORDER BY order_id ON CONFLICT DO NOTHING
                        """).param(CUSTOMER).param(payment).update();
    }

    boolean isWatched(OrderId order) {
        return secondsToLook(order).isPresent();
    }

    Optional<Double> secondsToLook(OrderId order) {
        return jdbc.sql("SELECT extract(epoch FROM due_at - now()) FROM balance_watch WHERE order_id = ?")
                .param(order.value())
                .query(Double.class)
                .optional();
    }

    long watched() {
        return jdbc.sql("SELECT count(*) FROM balance_watch").query(Long.class).single();
    }

    /** How often something was stated of the order. */
    long statements(OrderId order) {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE topic = ? AND message_key = ?")
                .param(Topic.ORDER_EVENTS.topicName())
                .param(order.toString())
                .query(Long.class)
                .single();
    }

    /** Of those planted: how many were stated, and how often in all. */
    Statements statements() {
        return jdbc.sql("""
                        SELECT count(DISTINCT message_key) AS orders, count(*) AS all_in_all FROM outbox
                        WHERE topic = ? AND message_key IN (SELECT order_id::text FROM order_view WHERE customer_id = ?)
                        """)
                .param(Topic.ORDER_EVENTS.topicName())
                .param(CUSTOMER)
                .query((row, number) -> new Statements(row.getLong(1), row.getLong(2)))
                .single();
    }

    record Statements(long orders, long allInAll) {}
}
