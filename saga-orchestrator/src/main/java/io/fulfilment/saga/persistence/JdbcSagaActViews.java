package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.query.SagaAct;
import io.fulfilment.saga.query.SagaAct.State;
import io.fulfilment.saga.query.SagaAct.Stop;
import io.fulfilment.saga.query.SagaActViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSagaActViews implements SagaActViews {

    private static final String SELECT = """
            SELECT saga_act.*, progress.* FROM saga_act CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE outcome = 'WAITING') AS waiting,
                count(*) FILTER (WHERE outcome = 'DONE') AS done,
                count(*) FILTER (WHERE outcome = 'SKIPPED') AS skipped,
                count(*) FILTER (WHERE outcome = 'FAILED') AS failed,
                count(*) FILTER (WHERE outcome = 'STOPPED') AS stopped
              FROM saga_act_saga WHERE saga_act_saga.act = saga_act.id) AS progress
            """;

    private final JdbcClient jdbc;
    private final SagaJson json;

    JdbcSagaActViews(JdbcClient jdbc, SagaJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<SagaAct> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, _) -> act(row))
                .optional();
    }

    @Override
    public List<SagaAct> list(long before, int limit) {
        return jdbc.sql(SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before, limit)
                .query((row, _) -> act(row))
                .list();
    }

    private SagaAct act(ResultSet row) throws SQLException {
        return new SagaAct(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                OperatorAct.valueOf(row.getString("act")),
                row.getString("operator"),
                row.getString("reason"),
                json.read(row.getString("filter"), SagaFilter.class),
                state(row),
                row.getLong("matched"),
                row.getLong("waiting"),
                row.getLong("done"),
                row.getLong("skipped"),
                row.getLong("failed"),
                row.getLong("stopped"),
                stop(row));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getLong("waiting") > 0) {
            return State.RUNNING;
        }
        return row.getLong("stopped") > 0 ? State.STOPPED : State.DONE;
    }

    private static @Nullable Stop stop(ResultSet row) throws SQLException {
        var at = SagaRows.instant(row, "stopped_at");
        return at == null ? null : new Stop(at, row.getString("stopped_by"), row.getString("stopped_for"));
    }
}
