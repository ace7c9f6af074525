package io.fulfilment.saga.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.saga.application.SagaInstances;
import io.fulfilment.saga.application.SagaWork;
import io.fulfilment.saga.application.StoredSaga;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * However many sagas there are, a method is one statement, or two. The clock is the database's: what is read comes with the
 * transaction's instant, from which the engine counts.
 */
@Repository
class JdbcSagaInstances implements SagaInstances {

    private final JdbcClient jdbc;
    private final SagaRows rows;
    private final SagaJson json;

    JdbcSagaInstances(JdbcClient jdbc, SagaRows rows, SagaJson json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public Instant now() {
        return jdbc.sql("SELECT now() AS read_at")
                .query((row, _) -> readAt(row))
                .single();
    }

    @Override
    public Locked lock(Collection<UUID> ids) {
        return locked("saga_id = ANY(?::uuid[]) ORDER BY saga_id FOR UPDATE", texts(ids));
    }

    // By ids alone nearly always: only then is the condition as simple as that.
    @Override
    public Locked lock(Collection<UUID> ids, Collection<OrderId> orders) {
        var ofOrders = texts(orders.stream().map(OrderId::value).toList());
        return orders.isEmpty()
                ? lock(ids)
                : locked(
                        "saga_id = ANY(?::uuid[]) OR order_id = ANY(?::uuid[]) ORDER BY saga_id FOR UPDATE",
                        texts(ids),
                        ofOrders);
    }

    @Override
    public Set<UUID> add(Collection<? extends SagaWork<?>> started) {
        var columns = SagaColumns.of(started, json);
        var added = jdbc.sql("""
                WITH fresh AS (
                  SELECT * FROM unnest(?::uuid[], ?::text[], ?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                      ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                    AS f (saga_id, type, definition_version, order_id, correlation_id, traceparent, status, step, data, state,
                      deadline, entries)),
                added AS (
                  INSERT INTO saga_instance (saga_id, type, definition_version, order_id, correlation_id, traceparent, status,
                    step, data, state, version, deadline, wake_at)
                  SELECT saga_id, type, definition_version, order_id, correlation_id, traceparent, status, step, data::jsonb,
                    state::jsonb, 1, deadline, deadline
                  FROM fresh ORDER BY type, order_id
                  ON CONFLICT (type, order_id) DO NOTHING
                  RETURNING saga_id)
                INSERT INTO saga_log (saga_id, n, at, entries)
                SELECT saga_id, 1, now(), entries::json FROM fresh JOIN added USING (saga_id)
                RETURNING saga_id
                """)
                .params(
                        columns.ids(),
                        columns.types(),
                        columns.definitionVersions(),
                        columns.orders(),
                        columns.correlations(),
                        columns.traceparents(),
                        columns.statuses(),
                        columns.steps(),
                        columns.data(),
                        columns.states(),
                        columns.deadlines(),
                        columns.logs())
                .query(JdbcSagaInstances::id)
                .list();
        return new HashSet<>(added);
    }

    // An update that leaves wake_at alone needs no index entry; the poller moves it to the deadline if it comes to
    // that.
    @Override
    public void update(Collection<SagaWork<?>> changed) {
        var columns = SagaColumns.of(changed, json);
        int written = jdbc.sql("""
                WITH change AS (
                  SELECT * FROM unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                      ?::timestamptz[], ?::text[])
                    AS c (saga_id, version, status, step, error, data, state, deadline, entries)),
                written AS (
                  UPDATE saga_instance s
                  SET status = c.status, step = c.step, error = c.error, data = coalesce(c.data::jsonb, s.data),
                    state = c.state::jsonb, version = s.version + 1, deadline = c.deadline,
                    wake_at = CASE
                      WHEN c.deadline IS NOT NULL AND s.wake_at > now() AND s.wake_at <= c.deadline THEN s.wake_at
                      ELSE c.deadline END,
                    ended_at = CASE WHEN c.step IS NULL THEN coalesce(s.ended_at, now()) END
                  FROM change c
                  WHERE s.saga_id = c.saga_id AND s.version = c.version
                  RETURNING s.saga_id, s.version, c.entries)
                INSERT INTO saga_log (saga_id, n, at, entries)
                SELECT saga_id, version, now(), entries::json FROM written
                """)
                .params(
                        columns.ids(),
                        columns.versions(),
                        columns.statuses(),
                        columns.steps(),
                        columns.errors(),
                        columns.changedData(),
                        columns.states(),
                        columns.deadlines(),
                        columns.logs())
                .update();
        if (written != changed.size()) {
            throw new OptimisticLockingFailureException(
                    changed.size() - written + " of " + changed.size() + " sagas were changed by somebody else");
        }
    }

    @Override
    public List<UUID> due(int limit) {
        return jdbc.sql("SELECT saga_id FROM saga_instance WHERE wake_at <= now() ORDER BY wake_at LIMIT ?")
                .param(limit)
                .query(JdbcSagaInstances::id)
                .list();
    }

    @Override
    public Locked lockDue(Collection<UUID> ids) {
        jdbc.sql("""
                UPDATE saga_instance SET wake_at = deadline WHERE saga_id IN (
                  SELECT saga_id FROM saga_instance
                  WHERE saga_id = ANY(?::uuid[]) AND wake_at <= now() AND deadline > now()
                  FOR UPDATE SKIP LOCKED)
                """).param(texts(ids)).update();
        return locked(
                "saga_id = ANY(?::uuid[]) AND deadline <= now() ORDER BY saga_id FOR UPDATE SKIP LOCKED", texts(ids));
    }

    @Override
    public void postpone(UUID id) {
        jdbc.sql("""
                UPDATE saga_instance SET wake_at = now() + interval '1 minute'
                WHERE saga_id = ? AND wake_at IS NOT NULL
                """).param(id).update();
    }

    private Locked locked(String condition, String[]... ids) {
        var now = new AtomicReference<>(Instant.EPOCH);
        var sagas = jdbc.sql("SELECT now() AS read_at, " + SagaRows.COLUMNS + " FROM saga_instance WHERE " + condition)
                .params(List.<Object>of((Object[]) ids))
                .<StoredSaga<?>>query((row, _) -> {
                    now.set(readAt(row));
                    return rows.read(row);
                })
                .list();
        return new Locked(sagas, now.get());
    }

    private static Instant readAt(ResultSet row) throws SQLException {
        return row.getObject("read_at", OffsetDateTime.class).toInstant();
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject("saga_id", UUID.class);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
