package io.fulfilment.notification.persistence;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.notification.application.DeliverySettings;
import io.fulfilment.notification.application.Mail;
import io.fulfilment.notification.application.NotificationKey;
import io.fulfilment.notification.application.NotificationStatus;
import io.fulfilment.notification.application.Notifications;
import io.fulfilment.notification.application.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotifications implements Notifications {

    // Whatever changes many rows locks them in one order first, so that no two such statements can deadlock.

    /** On a conflict the row is changed in any case: only so it is locked, and told as it stands. */
    private static final String REQUEST = """
            INSERT INTO notification AS told
                (order_id, kind, customer_id, status, reason, recipient, content, waiting, due_at, changed_at)
            SELECT order_id, kind, customer_id, status, reason, recipient, content::jsonb, waiting::jsonb,
                   CASE status WHEN 'SENDING' THEN clock_timestamp() + ? * interval '1 millisecond' WHEN 'PENDING' THEN now() END,
                   ?::timestamptz
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS asked (order_id, kind, customer_id, status, reason, recipient, content, waiting)
            ORDER BY order_id, kind
            ON CONFLICT (order_id, kind) DO UPDATE
            SET waiting = CASE WHEN told.due_at IS NULL THEN told.waiting ELSE told.waiting || excluded.waiting END
            RETURNING told.order_id, told.kind, told.status, told.reason, old.order_id IS NULL AS is_new
            """;

    private static final String FINISH = """
            UPDATE notification AS told
            SET status = ended.status, reason = ended.reason, changed_at = ?::timestamptz,
                recipient = NULL, content = NULL, waiting = '[]', due_at = NULL
            FROM (SELECT order_id, kind, ended.status, ended.reason
                  FROM notification JOIN unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
                      AS ended (order_id, kind, status, reason) USING (order_id, kind)
                  WHERE notification.status = 'SENDING'
                  ORDER BY order_id, kind FOR UPDATE OF notification) AS ended
            WHERE told.order_id = ended.order_id AND told.kind = ended.kind
            RETURNING told.order_id, told.kind, old.waiting
            """;

    private static final String POSTPONE = """
            UPDATE notification AS told
            SET status = 'PENDING', reason = later.reason, attempts = told.attempts + 1,
                due_at = now() + later.millis * interval '1 millisecond'
            FROM (SELECT order_id, kind, later.reason, millis
                  FROM notification JOIN unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
                      AS later (order_id, kind, reason, millis) USING (order_id, kind)
                  WHERE notification.status = 'SENDING'
                  ORDER BY order_id, kind FOR UPDATE OF notification) AS later
            WHERE told.order_id = later.order_id AND told.kind = later.kind
            """;

    private static final String CLAIM = """
            UPDATE notification AS told
            SET status = 'SENDING', due_at = now() + ? * interval '1 millisecond'
            FROM (SELECT order_id, kind FROM notification
                  WHERE due_at <= now() AND status = 'PENDING' ORDER BY due_at LIMIT ?
                  FOR UPDATE SKIP LOCKED) AS due
            WHERE told.order_id = due.order_id AND told.kind = due.kind
            RETURNING told.order_id, told.kind, told.recipient, told.content, told.attempts, told.waiting,
                      extract(epoch FROM now() - told.created_at)::bigint AS age
            """;

    private static final String ABANDONED = """
            SELECT order_id, kind FROM notification
            WHERE due_at <= now() AND status = 'SENDING' ORDER BY due_at LIMIT ?
            FOR UPDATE SKIP LOCKED
            """;

    private final JdbcTemplate jdbc;
    private final long leaseMillis;
    private final NotificationJson json = new NotificationJson();

    JdbcNotifications(JdbcTemplate jdbc, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.leaseMillis = settings.lease().toMillis();
    }

    @Override
    public List<Standing> request(Collection<Requested> notifications, Instant at) {
        return jdbc.query(
                REQUEST,
                (row, _) -> new Standing(
                        key(row),
                        NotificationStatus.valueOf(row.getString("status")),
                        row.getString("reason"),
                        row.getBoolean("is_new")),
                leaseMillis,
                at.toString(),
                SqlColumn.of(notifications, it -> it.key().orderId()),
                SqlColumn.of(notifications, it -> it.key().kind()),
                SqlColumn.of(notifications, Requested::customerId),
                SqlColumn.of(notifications, Requested::status),
                SqlColumn.of(notifications, Requested::reason),
                SqlColumn.of(notifications, Requested::recipient),
                SqlColumn.of(notifications, it -> it.content() == null ? null : json.write(it.content())),
                SqlColumn.of(notifications, it -> json.write(List.of(it.waiting()))));
    }

    @Override
    public Map<NotificationKey, List<Waiting>> finish(Collection<Finished> notifications, Instant at) {
        var waiting = new HashMap<NotificationKey, List<Waiting>>();
        jdbc.query(
                FINISH,
                row -> {
                    waiting.put(key(row), json.waiting(row.getString("waiting")));
                },
                at.toString(),
                SqlColumn.of(notifications, it -> it.key().orderId()),
                SqlColumn.of(notifications, it -> it.key().kind()),
                SqlColumn.of(notifications, Finished::status),
                SqlColumn.of(notifications, Finished::reason));
        return waiting;
    }

    @Override
    public void postpone(Collection<Postponed> notifications) {
        jdbc.update(
                POSTPONE,
                SqlColumn.of(notifications, it -> it.key().orderId()),
                SqlColumn.of(notifications, it -> it.key().kind()),
                SqlColumn.of(notifications, Postponed::reason),
                SqlColumn.of(notifications, it -> it.delay().toMillis()));
    }

    @Override
    public boolean anyDue() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT FROM notification WHERE due_at <= now())", Boolean.class));
    }

    @Override
    public List<Mail> claimDue(int limit) {
        return jdbc.query(CLAIM, (row, _) -> mail(row), leaseMillis, limit);
    }

    @Override
    public List<NotificationKey> lockAbandoned(int limit) {
        return jdbc.query(ABANDONED, (row, _) -> key(row), limit);
    }

    private Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                key(row),
                row.getString("recipient"),
                json.content(row.getString("content")),
                row.getInt("attempts"),
                Duration.ofSeconds(row.getLong("age")),
                json.waiting(row.getString("waiting")).getFirst().cause());
    }

    private static NotificationKey key(ResultSet row) throws SQLException {
        return new NotificationKey(
                new OrderId(row.getObject("order_id", UUID.class)), NotificationKind.valueOf(row.getString("kind")));
    }
}
