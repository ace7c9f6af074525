package io.fulfilment.order.balance;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.balance.Watched.Doubt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders that are looked at again. */
@Repository
class BalanceWatch {

    private final JdbcClient jdbc;

    BalanceWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Orders that are due, for the caller alone until her transaction ends. They are read once they are locked: who has
     * changed one before that is seen, and who changes one later waits in {@link #put}.
     */
    List<Seen> due(int most) {
        var locked = jdbc.sql("""
                        SELECT order_id FROM balance_watch WHERE due_at <= statement_timestamp()
                        ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return locked.isEmpty() ? List.of() : seen(locked);
    }

    private List<Seen> seen(Collection<UUID> orders) {
        return jdbc.sql("""
                        SELECT order_id, due_at, looks, finding, seen_at, stated_at, status, payment_status, stock_status,
                            statement_timestamp() AS at
                        FROM balance_watch LEFT JOIN order_view USING (order_id)
                        WHERE order_id = ANY (?::uuid[])
                        """)
                .param(column(orders, UUID::toString))
                .query(BalanceWatch::seen)
                .list();
    }

    /** Leaves those alone that are watched already. */
    void add(Collection<Watched> orders) {
        jdbc.sql("""
                        INSERT INTO balance_watch (order_id, due_at, looks, finding, seen_at, stated_at)
                        SELECT * FROM unnest(?::uuid[], ?::timestamptz[], ?::int[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[]) AS new (order_id, due_at, looks, finding, seen_at, stated_at)
                        ORDER BY order_id
                        ON CONFLICT DO NOTHING
                        """).params(columns(orders)).update();
    }

    void replace(Collection<Watched> orders) {
        jdbc.sql("""
                        UPDATE balance_watch AS old
                        SET due_at = new.due_at, looks = new.looks, finding = new.finding, seen_at = new.seen_at,
                            stated_at = new.stated_at
                        FROM unnest(?::uuid[], ?::timestamptz[], ?::int[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[]) AS new (order_id, due_at, looks, finding, seen_at, stated_at)
                        WHERE old.order_id = new.order_id
                        """).params(columns(orders)).update();
    }

    void remove(Collection<OrderId> orders) {
        jdbc.sql("DELETE FROM balance_watch WHERE order_id = ANY (?::uuid[])")
                .param(column(orders, OrderId::toString))
                .update();
    }

    /** Has these looked at as soon as the pause is over, also those that are watched already. */
    void put(Collection<UUID> orders, Duration pause) {
        jdbc.sql("""
                        INSERT INTO balance_watch AS old (order_id, due_at)
                        SELECT order_id, statement_timestamp() + ? * interval '1 millisecond'
                        FROM unnest(?::uuid[]) AS new (order_id)
                        ORDER BY order_id
                        ON CONFLICT (order_id) DO UPDATE SET due_at = EXCLUDED.due_at, looks = 0
                        WHERE old.due_at > EXCLUDED.due_at
                        """)
                .param(pause.toMillis())
                .param(column(orders, UUID::toString))
                .update();
    }

    /** How many are out of balance: found, stated, and not right yet. */
    long stated() {
        return jdbc.sql("SELECT count(*) FROM balance_watch WHERE stated_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /** For how long the first has been due; 0 if none is. */
    double secondsBehind() {
        return jdbc.sql("""
                        SELECT coalesce(extract(epoch FROM greatest(statement_timestamp() - min(due_at), interval '0')), 0)
                        FROM balance_watch
                        """).query(Double.class).single();
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        var watched =
                new Watched(Seen.orderId(row), row.getTimestamp("due_at").toInstant(), row.getInt("looks"), doubt(row));
        return new Seen(watched, Seen.verdict(row), row.getTimestamp("at").toInstant());
    }

    private static @Nullable Doubt doubt(ResultSet row) throws SQLException {
        String finding = row.getString("finding");
        Timestamp stated = row.getTimestamp("stated_at");
        return finding == null
                ? null
                : new Doubt(
                        finding, row.getTimestamp("seen_at").toInstant(), stated == null ? null : stated.toInstant());
    }

    private static List<@Nullable String[]> columns(Collection<Watched> orders) {
        return List.of(
                column(orders, Watched::orderId),
                column(orders, Watched::dueAt),
                column(orders, Watched::looks),
                column(
                        orders,
                        order -> order.doubt() == null ? null : order.doubt().finding()),
                column(
                        orders,
                        order -> order.doubt() == null ? null : order.doubt().seenAt()),
                column(
                        orders,
                        order -> order.doubt() == null ? null : order.doubt().statedAt()));
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
