package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.SagaFilter;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSagaViews implements SagaViews {

    private static final String OF_A_STATUS = """
            (SELECT saga_id, type, definition_version, order_id, version, status, step, error,
               coalesce((state ->> 'cancelled')::boolean, false) AS cancelled, started_at, ended_at
             FROM saga_instance WHERE %s ORDER BY started_at DESC, saga_id DESC LIMIT ?)
            """;

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
                saga.definition(),
                saga.instance(),
                saga.orderId().value(),
                saga.version(),
                lines(json.read(log, LogRow[].class)));
    }

    private static List<LogLine> lines(LogRow[] log) {
        return Arrays.stream(log)
                .flatMap(row -> row.entries().stream().map(entry -> LogLine.of(row.n(), row.at(), entry)))
                .toList();
    }

    // Each status by itself: the index on it answers in order, however few of them agree.
    @Override
    public List<SagaSummary> find(SagaFilter filter, @Nullable Position before, int limit) {
        var conditions = Condition.ofEach(filter).stream()
                .map(condition -> condition.beyond("<", before))
                .toList();
        if (conditions.isEmpty()) {
            return List.of();
        }
        var ofEach = conditions.stream().map(condition -> OF_A_STATUS.formatted(condition.sql()));
        return jdbc.sql("""
                SELECT * FROM (%s) AS found ORDER BY started_at DESC, saga_id DESC LIMIT ?
                """.formatted(ofEach.collect(Collectors.joining(" UNION ALL "))))
                .params(Stream.concat(
                                conditions.stream().flatMap(condition -> condition.values(List.of(limit)).stream()),
                                Stream.of(limit))
                        .toList())
                .query(JdbcSagaViews::summary)
                .list();
    }

    private static SagaSummary summary(ResultSet row, int number) throws SQLException {
        return new SagaSummary(
                row.getObject("saga_id", UUID.class),
                row.getString("type"),
                row.getInt("definition_version"),
                row.getObject("order_id", UUID.class),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                row.getString("step"),
                row.getString("error"),
                row.getBoolean("cancelled"),
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
