package io.fulfilment.payment.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.PaymentStream;
import io.fulfilment.payment.application.PaymentStreams;
import io.fulfilment.payment.application.Transition;
import io.fulfilment.payment.domain.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentStreams implements PaymentStreams {

    private static final String LOAD = """
            SELECT order_id, type, type_version, payload
            FROM payment_event
            WHERE order_id = ANY (?::uuid[])
            ORDER BY order_id, version
            """;

    private static final String APPEND = """
            INSERT INTO payment_event (order_id, version, type, type_version, payload, at)
            SELECT order_id, version, type, type_version, payload::jsonb, at
            FROM unnest(?::uuid[], ?::int[], ?::text[], ?::int[], ?::text[], ?::timestamptz[])
                AS event (order_id, version, type, type_version, payload, at)
            """;

    private final JdbcTemplate jdbc;
    private final StoredEventJson json;

    JdbcPaymentStreams(JdbcTemplate jdbc, StoredEventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<OrderId, PaymentStream> load(Collection<OrderId> orderIds) {
        var events = new LinkedHashMap<OrderId, List<StoredEvent>>();
        orderIds.forEach(orderId -> events.put(orderId, new ArrayList<>()));
        jdbc.query(
                LOAD,
                row -> {
                    OrderId orderId = new OrderId(row.getObject("order_id", UUID.class));
                    events.computeIfAbsent(orderId, _ -> new ArrayList<>()).add(event(row));
                },
                (Object) SqlColumn.of(orderIds, Function.identity()));
        var streams = new LinkedHashMap<OrderId, PaymentStream>();
        events.forEach((orderId, history) -> streams.put(orderId, new PaymentStream(orderId, history)));
        return streams;
    }

    @Override
    public void append(Collection<Transition> transitions) {
        // Always in the same order, so that two batches with the same payments can't deadlock.
        List<Row> rows = transitions.stream()
                .sorted(Comparator.comparing(it -> it.orderId().value()))
                .flatMap(this::rows)
                .toList();
        jdbc.update(
                APPEND,
                SqlColumn.of(rows, Row::orderId),
                SqlColumn.of(rows, Row::version),
                SqlColumn.of(rows, row -> StoredType.of(row.event()).storedName()),
                SqlColumn.of(rows, row -> StoredType.of(row.event()).version()),
                SqlColumn.of(rows, row -> json.write(row.event())),
                SqlColumn.of(rows, row -> row.event().at()));
    }

    private record Row(OrderId orderId, int version, StoredEvent event) {}

    private Stream<Row> rows(Transition transition) {
        var rows = Stream.<Row>builder();
        int version = transition.expectedVersion();
        for (StoredEvent event : transition.events()) {
            rows.add(new Row(transition.orderId(), ++version, event));
        }
        return rows.build();
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        return json.read(row.getString("type"), row.getInt("type_version"), row.getString("payload"));
    }
}
