package io.fulfilment.saga.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.retry.Causes;
import io.fulfilment.saga.application.Reading;
import io.fulfilment.saga.application.Reading.Readable;
import io.fulfilment.saga.application.Reading.Unreadable;
import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.application.StoredSaga;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows of {@code saga_instance}. */
@Component
class SagaRows {

    static final String COLUMNS = """
            saga_id, type, definition_version, order_id, correlation_id, traceparent, status, data, state, version,
            deadline
            """;

    private final SagaDefinitions definitions;
    private final SagaJson json;

    SagaRows(SagaDefinitions definitions, SagaJson json) {
        this.definitions = definitions;
        this.json = json;
    }

    StoredSaga<?> read(ResultSet row) throws SQLException {
        return read(row, definitions.of(row.getString("type"), row.getInt("definition_version")));
    }

    /** The same of a row that may hold anything. */
    Reading reading(ResultSet row) throws SQLException {
        var id = row.getObject("saga_id", UUID.class);
        var type = row.getString("type");
        int version = row.getInt("definition_version");
        if (!definitions.knows(type, version)) {
            return new Unreadable(id, type, version, "the version is unknown here");
        }
        try {
            var saga = read(row);
            return strangeSteps(saga)
                    .findFirst()
                    .<Reading>map(step -> new Unreadable(id, type, version, "the step " + step + " is unknown here"))
                    .orElse(new Readable(saga));
        } catch (RuntimeException e) {
            return new Unreadable(id, type, version, "it can't be read: " + Causes.of(e));
        }
    }

    private static Stream<String> strangeSteps(StoredSaga<?> saga) {
        var known = saga.definition().allSteps().map(step -> step.name()).collect(Collectors.toSet());
        return saga.instance().runs().stream().map(Run::step).filter(step -> !known.contains(step));
    }

    private <D> StoredSaga<D> read(ResultSet row, SagaDefinition<D> definition) throws SQLException {
        var state = json.read(row.getString("state"), SagaJson.State.class);
        var deadline = instant(row, "deadline");
        var instance = new SagaInstance<>(
                row.getObject("saga_id", UUID.class),
                definition.type(),
                definition.version(),
                Status.valueOf(row.getString("status")),
                json.read(row.getString("data"), definition.dataType()),
                state.runs(deadline),
                state.course(),
                deadline);
        return new StoredSaga<>(
                definition,
                instance,
                new OrderId(row.getObject("order_id", UUID.class)),
                new Cause(row.getObject("correlation_id", UUID.class), null, row.getString("traceparent")),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = (@Nullable OffsetDateTime) row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
