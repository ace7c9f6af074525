package io.fulfilment.inventory.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservations;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement for each batch; rows are touched in the order of their ids, so that batches don't deadlock. */
@Repository
class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;
    private final ReservationRows rows;

    JdbcReservations(JdbcClient jdbc, ReservationRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Map<OrderId, Reservation> lock(Collection<OrderId> orders) {
        var found = new HashMap<OrderId, Reservation>();
        jdbc.sql("""
                SELECT order_id, status, pieces, missing FROM reservation
                WHERE order_id = ANY(?::uuid[]) ORDER BY order_id FOR UPDATE
                """)
                .param(orders.stream().map(OrderId::toString).toArray(String[]::new))
                .query(rows::read)
                .list()
                .forEach(reservation -> found.put(reservation.orderId(), reservation));
        return found;
    }

    @Override
    public void add(Collection<? extends Reservation> made) {
        if (made.isEmpty()) {
            return;
        }
        var sorted = sorted(made);
        jdbc.sql("""
                INSERT INTO reservation (order_id, status, pieces, missing)
                SELECT order_id, status, pieces, string_to_array(missing, ',')
                FROM unnest(?::uuid[], ?::text[], ?::jsonb[], ?::text[]) AS made (order_id, status, pieces, missing)
                """)
                .param(column(sorted, reservation -> reservation.orderId().toString()))
                .param(column(sorted, ReservationRows::status))
                .param(column(sorted, rows::pieces))
                .param(column(sorted, ReservationRows::missing))
                .update();
    }

    @Override
    public void change(Collection<? extends Reservation> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var sorted = sorted(changed);
        jdbc.sql("""
                UPDATE reservation
                SET status = changed.status, missing = string_to_array(changed.missing, ','), changed_at = now()
                FROM unnest(?::uuid[], ?::text[], ?::text[]) AS changed (order_id, status, missing)
                WHERE reservation.order_id = changed.order_id
                """)
                .param(column(sorted, reservation -> reservation.orderId().toString()))
                .param(column(sorted, ReservationRows::status))
                .param(column(sorted, ReservationRows::missing))
                .update();
    }

    @Override
    public List<HeldSince> heldFor(Duration age, HeldSince after, int limit) {
        return jdbc.sql("""
                SELECT order_id, changed_at FROM reservation
                WHERE status = 'RESERVED' AND changed_at <= now() - ? * interval '1 millisecond'
                  AND (changed_at, order_id) > (?, ?)
                ORDER BY changed_at, order_id LIMIT ?
                """)
                .param(age.toMillis())
                .param(after.since().atOffset(ZoneOffset.UTC))
                .param(after.orderId().value())
                .param(limit)
                .query(ReservationRows::heldSince)
                .list();
    }

    @Override
    public List<Held> lockHeldFor(Duration age, Collection<OrderId> orders) {
        return jdbc.sql("""
                SELECT order_id, pieces FROM reservation
                WHERE order_id = ANY(?::uuid[])
                  AND status = 'RESERVED' AND changed_at <= now() - ? * interval '1 millisecond'
                FOR UPDATE SKIP LOCKED
                """)
                .param(orders.stream().map(OrderId::toString).toArray(String[]::new))
                .param(age.toMillis())
                .query(rows::held)
                .list();
    }

    private static List<? extends Reservation> sorted(Collection<? extends Reservation> reservations) {
        return reservations.stream()
                .sorted(Comparator.comparing(
                        reservation -> reservation.orderId().toString()))
                .toList();
    }

    private static String[] column(
            List<? extends Reservation> reservations, Function<? super Reservation, String> value) {
        return reservations.stream().map(value).toArray(String[]::new);
    }
}
