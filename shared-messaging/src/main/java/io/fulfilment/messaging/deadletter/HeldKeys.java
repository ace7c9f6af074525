package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.codec.HeadersJson;
import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.deadletter.Held.Hold;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.SqlArrayValue;

/** Holds records back in the current transaction, in order within a key. */
public final class HeldKeys {

    /**
     * What comes to a key that waits for something may be just that: it is looked at again. So is one that was parked because it
     * never came. One that is redriven has its time.
     */
    private static final String KEYS = """
            INSERT INTO held_key AS held (topic, message_key, state, reason, due_at)
            SELECT topic, message_key, state, reason, clock_timestamp() + pause * interval '1 millisecond'
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[]) WITH ORDINALITY
                AS added (topic, message_key, state, reason, pause, position)
            ORDER BY topic, message_key, position
            ON CONFLICT (topic, message_key) DO UPDATE
            SET state = CASE WHEN held.reason = 'SEQUENCE_GAP' AND (held.redrive IS NULL OR held.state = 'WAITING') THEN 'WAITING'
                             ELSE held.state END,
                due_at = CASE WHEN held.reason = 'SEQUENCE_GAP' AND (held.redrive IS NULL OR held.state = 'WAITING')
                              THEN clock_timestamp() ELSE held.due_at END
            RETURNING id, topic, message_key
            """;

    /**
     * A record that comes again after it was held is held already; but one that couldn't be read then, and can be now, is noted as
     * received from now on.
     */
    private static final String MESSAGES = """
            INSERT INTO held_message (held_key, message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                                      source, subject, sequence, type, headers, body, reason, error_class, error, attempts)
            SELECT held_key, message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                   source, subject, sequence, type, headers::jsonb, body, reason, error_class, error, attempts
            FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::timestamptz[], ?::text[], ?::bytea[],
                        ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[],
                        ?::int[]) WITH ORDINALITY
                AS held (held_key, message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                         source, subject, sequence, type, headers, body, reason, error_class, error, attempts, position)
            ORDER BY position
            ON CONFLICT (topic, partition, record_offset, record_timestamp) DO UPDATE
            SET source = excluded.source, subject = excluded.subject
            WHERE held_message.source IS NULL AND excluded.source IS NOT NULL
            """;

    private static final String WITHOUT_MESSAGES = """
            DELETE FROM held_key WHERE id = ANY (?)
              AND NOT EXISTS (SELECT FROM held_message WHERE held_message.held_key = held_key.id)
            """;

    private static final RowMapper<Key> KEY =
            (row, number) -> new Key(row.getLong("id"), new Name(row.getString("topic"), row.getString("message_key")));

    private final JdbcTemplate jdbc;

    private record Key(long id, Name name) {}

    private record Name(String topic, @Nullable String key) {

        static Name of(Held held) {
            return new Name(held.origin().topic(), RecordFacts.key(held.origin()));
        }
    }

    HeldKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Safe to repeat: a record is held once. Those of a key that is held already go behind what is there. */
    public void hold(List<Held> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<Held, Long> keys = keys(records);
        int inserted = jdbc.update(MESSAGES, parameters(records, keys));
        if (inserted < records.size()) {
            jdbc.update(
                    WITHOUT_MESSAGES, new SqlArrayValue("int8", keys.values().toArray()));
        }
    }

    /** The first of a key says how it is held. */
    private Map<Held, Long> keys(List<Held> records) {
        Map<Name, List<Held>> shared = records.stream()
                .filter(held -> !held.isAlone())
                .collect(Collectors.groupingBy(Name::of, LinkedHashMap::new, Collectors.toList()));
        Map<Name, Long> byName =
                insertKeys(
                                shared.values().stream().map(HeldKeys::first).toList(),
                                held -> Name.of(held).key())
                        .stream()
                        .collect(Collectors.toMap(Key::name, Key::id));
        var result = new IdentityHashMap<Held, Long>();
        records.forEach(held ->
                result.put(held, held.isAlone() ? alone(held) : Objects.requireNonNull(byName.get(Name.of(held)))));
        return result;
    }

    /** What is missing before the first may be among those behind it: then it is looked at at once. */
    private static Held first(List<Held> ofOneKey) {
        Held first = ofOneKey.getFirst();
        return first.hold() instanceof Hold.Waiting && ofOneKey.size() > 1
                ? new Held(
                        first.incoming(),
                        first.reason(),
                        first.error(),
                        first.attempts(),
                        new Hold.Waiting(Duration.ZERO))
                : first;
    }

    private long alone(Held held) {
        return insertKeys(List.of(held), nobody -> null).getFirst().id();
    }

    private List<Key> insertKeys(List<Held> firsts, Function<Held, @Nullable Object> name) {
        return firsts.isEmpty()
                ? List.of()
                : jdbc.query(
                        KEYS,
                        KEY,
                        column("text", firsts, held -> held.origin().topic()),
                        column("text", firsts, name),
                        column("text", firsts, held -> held.state().name()),
                        column("text", firsts, held -> held.reason().name()),
                        column("int8", firsts, held -> {
                            var pause = held.pause();
                            return pause == null ? null : pause.toMillis();
                        }));
    }

    private static Object[] parameters(List<Held> records, Map<Held, Long> keys) {
        return new Object[] {
            column("int8", records, keys::get),
            origins("uuid", records, RecordFacts::id),
            origins("text", records, ConsumerRecord::topic),
            origins("int4", records, ConsumerRecord::partition),
            origins("int8", records, ConsumerRecord::offset),
            origins("timestamptz", records, origin -> new Timestamp(Math.max(0, origin.timestamp()))),
            origins("text", records, RecordFacts::key),
            bytes(records, ConsumerRecord::key),
            column("text", records, held -> vouched(held, Envelope::source)),
            column("text", records, held -> vouched(held, Envelope::subject)),
            origins("int8", records, RecordFacts::sequence),
            origins("text", records, RecordFacts::type),
            origins("text", records, origin -> HeadersJson.write(origin.headers())),
            bytes(records, ConsumerRecord::value),
            column("text", records, held -> held.reason().name()),
            column("text", records, Held::errorClass),
            column("text", records, held -> Traces.of(held.error())),
            column("int4", records, Held::attempts)
        };
    }

    private static @Nullable Object vouched(Held held, Function<Envelope, String> attribute) {
        return switch (held.incoming()) {
            case Incoming.Readable readable ->
                attribute.apply(readable.received().envelope());
            case Incoming.Ignored ignored -> attribute.apply(ignored.envelope());
            case Incoming.Unreadable unreadable -> null;
        };
    }

    private static SqlArrayValue origins(
            String type, List<Held> records, Function<ConsumerRecord<byte[], byte[]>, @Nullable Object> value) {
        return column(type, records, held -> value.apply(held.origin()));
    }

    private static SqlArrayValue column(String type, List<Held> records, Function<Held, @Nullable Object> value) {
        return new SqlArrayValue(type, records.stream().map(value).toArray());
    }

    private static SqlArrayValue bytes(
            List<Held> records, Function<ConsumerRecord<byte[], byte[]>, byte @Nullable []> value) {
        return new SqlArrayValue("bytea", (Object[])
                records.stream().map(held -> value.apply(held.origin())).toArray(byte[][]::new));
    }
}
