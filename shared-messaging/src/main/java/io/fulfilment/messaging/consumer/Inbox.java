package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** Which messages this service has taken (pattern: idempotent consumer). */
final class Inbox {

    /** In the order of the ids, so that two that take the same messages wait for each other in one direction. */
    private static final String TAKE = """
            WITH arrived AS (
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::text[])
                    AS arrived (message_id, topic, partition, record_offset, message_key)
            ), fresh AS (
                INSERT INTO inbox (message_id, topic, partition, record_offset)
                SELECT message_id, topic, partition, record_offset FROM arrived ORDER BY message_id
                ON CONFLICT DO NOTHING
                RETURNING message_id
            )
            SELECT message_id, EXISTS (SELECT FROM dead_letter AS parked
                                       WHERE parked.topic = arrived.topic
                                         AND parked.message_key = arrived.message_key)
            FROM fresh JOIN arrived USING (message_id)
            """;

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids that were not taken before, each with whether a message of its key is parked. */
    Map<UUID, Boolean> take(Collection<Readable> messages) {
        var distinct = new LinkedHashMap<UUID, Readable>();
        messages.forEach(message -> distinct.putIfAbsent(idOf(message), message));
        var fresh = new HashMap<UUID, Boolean>();
        if (!distinct.isEmpty()) {
            jdbc.query(
                    TAKE,
                    row -> {
                        fresh.put(row.getObject(1, UUID.class), row.getBoolean(2));
                    },
                    parameters(distinct.values()));
        }
        return fresh;
    }

    static UUID idOf(Readable message) {
        return message.received().envelope().id();
    }

    private static Object[] parameters(Collection<Readable> messages) {
        return new Object[] {
            column("uuid", messages, Inbox::idOf),
            column("text", messages, message -> message.origin().topic()),
            column("int4", messages, message -> message.origin().partition()),
            column("int8", messages, message -> message.origin().offset()),
            column("text", messages, message -> MessageKey.of(message).key())
        };
    }

    private static SqlArrayValue column(
            String type, Collection<Readable> messages, Function<Readable, @Nullable Object> value) {
        return new SqlArrayValue(type, messages.stream().map(value).toArray());
    }
}
