package io.fulfilment.payment.persistence;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.GatewayCall;
import io.fulfilment.payment.application.GatewayCalls;
import io.fulfilment.payment.application.GatewaySettings;
import io.fulfilment.payment.application.Waiting;
import io.fulfilment.payment.domain.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGatewayCalls implements GatewayCalls {

    private static final String ADD = """
            INSERT INTO gateway_call (order_id, operation, idempotency_key, amount, currency, token, waiting, due_at)
            SELECT order_id, operation, idempotency_key, amount, currency, token, waiting::jsonb,
                   now() + ? * interval '1 millisecond'
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::text[], ?::text[])
                AS call (order_id, operation, idempotency_key, amount, currency, token, waiting)
            """;

    // Whatever changes many rows locks them in one order first, so that no two such statements can deadlock. What runs
    // with every batch then asks for them by their ids: a join planned while the table was empty would read all of it.

    private static final String AWAIT = """
            UPDATE gateway_call AS call
            SET waiting = call.waiting || more.waiting::jsonb
            FROM (SELECT order_id, more.waiting
                  FROM gateway_call JOIN unnest(?::uuid[], ?::text[]) AS more (order_id, waiting) USING (order_id)
                  ORDER BY order_id FOR UPDATE OF gateway_call) AS more
            WHERE call.order_id = more.order_id
            """;

    private static final String SETTLE = """
            DELETE FROM gateway_call AS call
            WHERE call.order_id = ANY (ARRAY(
                SELECT order_id FROM gateway_call
                WHERE idempotency_key = ANY (?::text[]) ORDER BY order_id FOR UPDATE))
            RETURNING call.order_id, call.waiting
            """;

    private static final String POSTPONE = """
            UPDATE gateway_call AS call
            SET due_at = now() + later.millis * interval '1 millisecond', last_fault = later.reason
            FROM (SELECT order_id, millis, reason
                  FROM gateway_call JOIN unnest(?::text[], ?::bigint[], ?::text[])
                      AS later (idempotency_key, millis, reason) USING (idempotency_key)
                  ORDER BY order_id FOR UPDATE OF gateway_call) AS later
            WHERE call.order_id = later.order_id
            """;

    /** Rows that are locked are being settled or postponed, and need no more time. */
    private static final String PROLONG = """
            UPDATE gateway_call AS call
            SET due_at = now() + ? * interval '1 millisecond'
            WHERE call.order_id = ANY (ARRAY(
                SELECT order_id FROM gateway_call
                WHERE idempotency_key = ANY (?::text[]) FOR UPDATE SKIP LOCKED))
            """;

    private static final String CLAIM = """
            UPDATE gateway_call AS call
            SET due_at = now() + ? * interval '1 millisecond', attempts = call.attempts + 1
            WHERE call.order_id = ANY (ARRAY(
                SELECT order_id FROM gateway_call
                WHERE due_at <= now() ORDER BY due_at LIMIT ?
                FOR UPDATE SKIP LOCKED))
            RETURNING call.order_id, call.operation, call.idempotency_key, call.amount, call.currency, call.token,
                      call.attempts, call.waiting
            """;

    private final JdbcTemplate jdbc;
    private final long leaseMillis;
    private final WaitingJson json = new WaitingJson();

    JdbcGatewayCalls(JdbcTemplate jdbc, GatewaySettings settings) {
        this.jdbc = jdbc;
        this.leaseMillis = settings.lease().toMillis();
    }

    @Override
    public void add(Collection<Awaited> calls) {
        jdbc.update(
                ADD,
                leaseMillis,
                SqlColumn.of(calls, it -> it.call().orderId()),
                SqlColumn.of(calls, it -> it.call().operation()),
                SqlColumn.of(calls, it -> it.call().idempotencyKey()),
                SqlColumn.of(calls, it -> it.call().amount().amount().toPlainString()),
                SqlColumn.of(calls, it -> it.call().amount().currency()),
                SqlColumn.of(calls, it -> it.call().token()),
                SqlColumn.of(calls, it -> json.write(it.waiting())));
    }

    @Override
    public void await(Map<OrderId, Waiting> waiting) {
        int waited = jdbc.update(
                AWAIT,
                SqlColumn.of(waiting.entrySet(), Map.Entry::getKey),
                SqlColumn.of(waiting.entrySet(), it -> json.write(List.of(it.getValue()))));
        if (waited != waiting.size()) {
            throw new OptimisticLockingFailureException("a gateway call was settled meanwhile");
        }
    }

    @Override
    public Map<OrderId, List<Waiting>> settle(Collection<GatewayCall> calls) {
        var waiting = new HashMap<OrderId, List<Waiting>>();
        jdbc.query(
                SETTLE,
                row -> {
                    waiting.put(orderId(row), json.read(row.getString("waiting")));
                },
                (Object) SqlColumn.of(calls, GatewayCall::idempotencyKey));
        return waiting;
    }

    @Override
    public void postpone(Collection<Postponed> calls) {
        jdbc.update(
                POSTPONE,
                SqlColumn.of(calls, it -> it.call().idempotencyKey()),
                SqlColumn.of(calls, it -> it.delay().toMillis()),
                SqlColumn.of(calls, Postponed::reason));
    }

    @Override
    public void prolong(Collection<GatewayCall> calls) {
        jdbc.update(PROLONG, leaseMillis, SqlColumn.of(calls, GatewayCall::idempotencyKey));
    }

    @Override
    public List<GatewayCall> claimDue(int limit) {
        return jdbc.query(CLAIM, (row, _) -> call(row), leaseMillis, limit);
    }

    private GatewayCall call(ResultSet row) throws SQLException {
        List<Waiting> waiting = json.read(row.getString("waiting"));
        return new GatewayCall(
                orderId(row),
                Operation.valueOf(row.getString("operation")),
                row.getString("idempotency_key"),
                Money.of(row.getString("amount"), row.getString("currency")),
                row.getString("token"),
                row.getInt("attempts"),
                waiting.isEmpty() ? null : waiting.getFirst().cause());
    }

    private static OrderId orderId(ResultSet row) throws SQLException {
        return new OrderId(row.getObject("order_id", UUID.class));
    }
}
