package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.Reading;
import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.application.SagaSurvey;
import io.fulfilment.saga.query.SagaViews.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSagaSurvey implements SagaSurvey {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final SagaRows rows;

    JdbcSagaSurvey(JdbcClient jdbc, SagaRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    private record Found(Position place, Reading reading) {}

    @Override
    public void read(SagaFilter filter, Consumer<Reading> each) {
        for (Condition condition : Condition.ofEach(filter)) {
            var batch = next(condition);
            while (!batch.isEmpty()) {
                batch.forEach(found -> each.accept(found.reading()));
                batch = batch.size() < BATCH
                        ? List.of()
                        : next(condition.beyond(">", batch.getLast().place()));
            }
        }
    }

    private List<Found> next(Condition condition) {
        return jdbc.sql("SELECT started_at, " + SagaRows.COLUMNS + """
                FROM saga_instance WHERE %s ORDER BY started_at, saga_id LIMIT ?
                """.formatted(condition.sql()))
                .params(condition.values(List.of(BATCH)))
                .query((row, _) -> new Found(place(row), rows.reading(row)))
                .list();
    }

    private static Position place(ResultSet row) throws SQLException {
        return new Position(
                row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getObject("saga_id", UUID.class));
    }
}
