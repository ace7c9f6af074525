package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.SagaViews.Position;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL over {@code saga_instance}: only what is asked for is in it, so that an index can answer it. Statuses are
 * literal, for they differ much in how many sagas they have, and so in how these are best found.
 */
record Condition(String sql, List<Object> values) {

    static Condition of(SagaFilter filter) {
        return of("status = ANY('{" + join(filter.statuses()) + "}')", filter);
    }

    /** The same for each status by itself. */
    static List<Condition> ofEach(SagaFilter filter) {
        return filter.statuses().stream()
                .map(status -> of("status = '" + status.name() + "'", filter))
                .toList();
    }

    private static Condition of(String status, SagaFilter filter) {
        return new Condition(status, List.of())
                .and("type = ?", filter.type())
                .and("order_id = ?", filter.orderId())
                .and("step = ?", filter.step())
                .and("started_at >= ?", at(filter.startedFrom()))
                .and("started_at < ?", at(filter.startedTo()))
                .and("position(lower(?) IN lower(error)) > 0", filter.error());
    }

    private Condition and(String more, @Nullable Object value) {
        return value == null ? this : andAll(more, List.of(value));
    }

    private Condition andAll(String more, List<Object> others) {
        return new Condition(sql + " AND " + more, values(others));
    }

    /** The values, and others behind them. */
    List<Object> values(List<Object> more) {
        return Stream.concat(values.stream(), more.stream()).toList();
    }

    /** Only what comes before, or after, a place in the list. */
    Condition beyond(String comparison, @Nullable Position place) {
        return place == null
                ? this
                : andAll(
                        "(started_at, saga_id) " + comparison + " (?, ?)",
                        List.of(place.startedAt().atOffset(ZoneOffset.UTC), place.sagaId()));
    }

    private static String join(Collection<Status> statuses) {
        return statuses.stream().map(Status::name).collect(Collectors.joining(","));
    }

    private static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
