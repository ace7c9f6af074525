package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.SagaActs;
import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every method is one statement, however many sagas there are. */
@Repository
class JdbcSagaActs implements SagaActs {

    private final JdbcClient jdbc;
    private final SagaJson json;

    JdbcSagaActs(JdbcClient jdbc, SagaJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Long> begin(OperatorActed acted, SagaFilter filter, int expected) {
        var condition = Condition.of(filter);
        return jdbc.sql("""
                WITH chosen AS MATERIALIZED (
                  SELECT saga_id, version FROM saga_instance WHERE %s LIMIT ?::bigint + 1),
                begun AS (
                  INSERT INTO saga_act (act, operator, reason, filter, matched)
                  SELECT ?, ?, ?, ?::jsonb, count(*) FROM chosen HAVING count(*) <= ?
                  RETURNING id),
                added AS (
                  INSERT INTO saga_act_saga (act, saga_id, version)
                  SELECT id, saga_id, version FROM begun CROSS JOIN chosen ORDER BY saga_id)
                SELECT id FROM begun
                """.formatted(condition.sql()))
                .params(condition.values(List.of(
                        expected, acted.act().name(), acted.by(), acted.reason(), json.write(filter), expected)))
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<Batch> next(int limit) {
        var act = new AtomicReference<>(0L);
        var sagas = jdbc.sql("""
                SELECT act, saga_id FROM saga_act_saga
                WHERE outcome = 'WAITING' AND act = (SELECT min(act) FROM saga_act_saga WHERE outcome = 'WAITING')
                ORDER BY saga_id LIMIT ? FOR UPDATE SKIP LOCKED
                """)
                .param(limit)
                .query((row, _) -> {
                    act.set(row.getLong("act"));
                    return id(row);
                })
                .list();
        return sagas.isEmpty() ? Optional.empty() : Optional.of(new Batch(act.get(), sagas));
    }

    @Override
    public Optional<Claimed> claim(Batch batch) {
        var acted = new AtomicReference<@Nullable OperatorActed>();
        var versions = new HashMap<UUID, Integer>();
        jdbc.sql("""
                SELECT saga_act.act, operator, reason, saga_id, version
                FROM saga_act_saga JOIN saga_act ON saga_act.id = saga_act_saga.act
                WHERE saga_act_saga.act = ? AND saga_id = ANY(?::uuid[]) AND outcome = 'WAITING'
                ORDER BY saga_id FOR UPDATE OF saga_act_saga SKIP LOCKED
                """).params(batch.act(), texts(batch.sagas())).query((ResultSet row) -> {
            acted.set(new OperatorActed(
                    OperatorAct.valueOf(row.getString("act")), row.getString("operator"), row.getString("reason")));
            versions.put(id(row), row.getInt("version"));
        });
        return Optional.ofNullable(acted.get()).map(decided -> new Claimed(decided, versions));
    }

    @Override
    public void end(Batch batch, Outcome outcome) {
        jdbc.sql("UPDATE saga_act_saga SET outcome = ? WHERE act = ? AND saga_id = ANY(?::uuid[])")
                .params(outcome.name(), batch.act(), texts(batch.sagas()))
                .update();
    }

    @Override
    public void fail(long act, UUID saga, String error) {
        jdbc.sql("""
                UPDATE saga_act_saga SET outcome = 'FAILED', error = ?
                WHERE act = ? AND saga_id = ? AND outcome = 'WAITING'
                """).params(error, act, saga).update();
    }

    // What is in hand is waited for, and looked at again: it has its outcome then.
    @Override
    public void stop(long act, String by, @Nullable String reason) {
        jdbc.sql("""
                WITH stopped AS (
                  UPDATE saga_act_saga SET outcome = 'STOPPED' WHERE act = ? AND outcome = 'WAITING' RETURNING saga_id)
                UPDATE saga_act SET stopped_at = clock_timestamp(), stopped_by = ?, stopped_for = ?
                WHERE id = ? AND EXISTS (SELECT FROM stopped)
                """).param(act).param(by).param(reason).param(act).update();
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("saga_id", UUID.class);
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
