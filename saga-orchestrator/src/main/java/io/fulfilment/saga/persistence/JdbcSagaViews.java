package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.StoredSaga;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.LogLine;
import io.fulfilment.saga.query.SagaSummary;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.SagaViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSagaViews implements SagaViews {

    private final JdbcClient jdbc;
    private final SagaRows rows;
    private final SagaJson json;

    JdbcSagaViews(JdbcClient jdbc, SagaRows rows, SagaJson json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /** The rows of a saga's log as one value, so that log and saga are of one moment. */
    private record LogRow(int n, Instant at, List<LogEntry> entries) {}

    @Override
    public Optional<SagaView> find(UUID sagaId) {
        return jdbc.sql("SELECT " + SagaRows.COLUMNS + """
                , (SELECT json_agg(json_build_object('n', n, 'at', at, 'entries', entries) ORDER BY n)
                   FROM saga_log l WHERE l.saga_id = s.saga_id) AS log
                FROM saga_instance s WHERE saga_id = ?
                """)
                .param(sagaId)
                .query((row, _) -> view(rows.read(row), row.getString("log")))
                .optional();
    }

    private <D> SagaView view(StoredSaga<D> saga, String log) {
        return SagaView.of(
                saga.definition(), saga.instance(), saga.orderId().value(), lines(json.read(log, LogRow[].class)));
    }

    private static List<LogLine> lines(LogRow[] log) {
        return Arrays.stream(log)
                .flatMap(row -> row.entries().stream().map(entry -> LogLine.of(row.n(), row.at(), entry)))
                .toList();
    }

    @Override
    public List<SagaSummary> find(Filter filter, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var status = filter.status();
        add(conditions, values, "status = ?", status == null ? null : status.name());
        add(conditions, values, "type = ?", filter.type());
        add(conditions, values, "order_id = ?", filter.orderId());
        add(conditions, values, "saga_id < ?", filter.before());
        values.add(limit);
        var where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return jdbc.sql("""
                SELECT saga_id, type, definition_version, order_id, status, step, started_at, ended_at
                FROM saga_instance %s ORDER BY saga_id DESC LIMIT ?
                """.formatted(where))
                .params(values)
                .query(JdbcSagaViews::summary)
                .list();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static SagaSummary summary(ResultSet row, int number) throws SQLException {
        return new SagaSummary(
                row.getObject("saga_id", UUID.class),
                row.getString("type"),
                row.getInt("definition_version"),
                row.getObject("order_id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getString("step"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                SagaRows.instant(row, "ended_at"));
    }

    // Answered from the index on status alone.
    @Override
    public List<Count> count() {
        return jdbc.sql("SELECT type, status, count(*) AS sagas FROM saga_instance GROUP BY type, status")
                .query((row, _) ->
                        new Count(row.getString("type"), Status.valueOf(row.getString("status")), row.getLong("sagas")))
                .list();
    }
}
