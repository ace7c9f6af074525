package io.fulfilment.messaging.conformance.service;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes down what is sent and what is handled, in the transaction that does it. */
final class Books {

    private static final String SENT = """
            INSERT INTO sent (message_id, topic, message_key, cause)
            SELECT message_id, topic, message_key, cause
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) WITH ORDINALITY
                AS sent (message_id, topic, message_key, cause, position)
            ORDER BY position
            """;

    private static final String HANDLED = """
            INSERT INTO handled (message_id, topic, message_key, sequence)
            SELECT message_id, topic, message_key, sequence
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[]) WITH ORDINALITY
                AS handled (message_id, topic, message_key, sequence, position)
            ORDER BY position
            """;

    private final JdbcTemplate jdbc;
    private final Outbox outbox;

    Books(JdbcTemplate jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void send(List<Outgoing> messages) {
        outbox.append(messages);
        jdbc.update(
                SENT,
                column("uuid", messages, Outgoing::id),
                column(
                        "text",
                        messages,
                        outgoing -> Topic.of(outgoing.message().getClass()).topicName()),
                column("text", messages, outgoing -> outgoing.message().subject()),
                column("uuid", messages, outgoing -> outgoing.cause().causationId()));
    }

    <M extends Message> void handled(List<Received<M>> batch) {
        jdbc.update(
                HANDLED,
                column("uuid", batch, received -> received.envelope().id()),
                column("text", batch, received -> received.envelope().topic()),
                column("text", batch, received -> received.envelope().subject()),
                column("int8", batch, received -> received.envelope().sequence()));
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
