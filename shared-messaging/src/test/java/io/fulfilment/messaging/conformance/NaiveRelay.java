package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.codec.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Publishes the outbox as one would at first thought, in two ways. */
final class NaiveRelay implements AutoCloseable {

    private static final String ROWS = """
            SELECT id, message_id, topic, message_key, sequence, type, correlation_id, body FROM outbox WHERE
            """;

    private static final String BEYOND = ROWS + " id > ? ORDER BY id";

    private static final String WAITING = ROWS + " id IN (SELECT id FROM outbox_pending) ORDER BY id";

    private record Row(long id, ProducerRecord<byte[], byte[]> outgoing) {}

    private final JdbcTemplate jdbc;
    private final String service;
    private final KafkaProducer<byte[], byte[]> producer;
    private long last;

    NaiveRelay(JdbcTemplate jdbc, Broker broker, String service) {
        this.jdbc = jdbc;
        this.service = service;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.proxied(),
                        "delivery.timeout.ms",
                        1_000,
                        "request.timeout.ms",
                        500,
                        "max.block.ms",
                        10_000,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** By a cursor: what has a higher id than all before. */
    void publishBeyondTheLast() {
        for (Row row : rows(BEYOND, last)) {
            send(row);
            last = row.id();
        }
    }

    /**
     * Goes on behind a send that failed; that one has its turn again next time.
     *
     * @param failed told of each failure
     */
    void publishWhatItCan(Consumer<IllegalStateException> failed) {
        for (Row row : rows(WAITING)) {
            try {
                send(row);
                jdbc.update("DELETE FROM outbox_pending WHERE id = ?", row.id());
            } catch (IllegalStateException e) {
                failed.accept(e);
            }
        }
    }

    private void send(Row row) {
        try {
            producer.send(row.outgoing()).get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private List<Row> rows(String sql, Object... arguments) {
        RowMapper<Row> mapper = (row, number) -> new Row(row.getLong("id"), outgoing(row));
        return jdbc.query(sql, mapper, arguments);
    }

    private ProducerRecord<byte[], byte[]> outgoing(ResultSet row) throws SQLException {
        String topic = row.getString("topic");
        var outgoing = new ProducerRecord<>(topic, bytes(row.getString("message_key")), row.getBytes("body"));
        Map.of(
                        CloudEvent.ID, row.getString("message_id"),
                        CloudEvent.TYPE, row.getString("type"),
                        CloudEvent.SOURCE, CloudEvent.source(service, topic),
                        CloudEvent.SUBJECT, row.getString("message_key"),
                        CloudEvent.SEQUENCE, row.getString("sequence"),
                        CloudEvent.CORRELATION_ID, row.getString("correlation_id"))
                .forEach((name, value) -> outgoing.headers().add(name, bytes(value)));
        return outgoing;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
