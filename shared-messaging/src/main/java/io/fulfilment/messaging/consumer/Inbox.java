package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.SqlArrayValue;

/** Which messages this service has taken (pattern: idempotent consumer). */
final class Inbox {

    /** In the order of the ids, so that two that take the same messages wait for each other in one direction. */
    private static final String TAKE = """
            INSERT INTO inbox (message_id, topic, partition, record_offset)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[])
                AS arrived (message_id, topic, partition, record_offset)
            ORDER BY message_id
            ON CONFLICT DO NOTHING
            RETURNING message_id
            """;

    /**
     * A statement of its own, so that it sees what those committed that the first one waited for: else the next of a key
     * would overtake one that another consumer has just parked.
     */
    private static final String PARKED = """
            SELECT arrived.message_id
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS arrived (message_id, topic, message_key)
            WHERE EXISTS (SELECT FROM dead_letter AS parked
                          WHERE parked.topic = arrived.topic AND parked.message_key = arrived.message_key)
            """;

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);

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
            insert(distinct.values()).forEach(id -> fresh.put(id, false));
        }
        if (!fresh.isEmpty()) {
            distinct.keySet().retainAll(fresh.keySet());
            parked(distinct.values()).forEach(id -> fresh.put(id, true));
        }
        return fresh;
    }

    private List<UUID> insert(Collection<Readable> messages) {
        return jdbc.query(
                TAKE,
                ID,
                column("uuid", messages, Inbox::idOf),
                column("text", messages, message -> message.origin().topic()),
                column("int4", messages, message -> message.origin().partition()),
                column("int8", messages, message -> message.origin().offset()));
    }

    private List<UUID> parked(Collection<Readable> messages) {
        return jdbc.query(
                PARKED,
                ID,
                column("uuid", messages, Inbox::idOf),
                column("text", messages, message -> message.origin().topic()),
                column("text", messages, message -> MessageKey.of(message).key()));
    }

    static UUID idOf(Readable message) {
        return message.received().envelope().id();
    }

    private static SqlArrayValue column(
            String type, Collection<Readable> messages, Function<Readable, @Nullable Object> value) {
        return new SqlArrayValue(type, messages.stream().map(value).toArray());
    }
}
