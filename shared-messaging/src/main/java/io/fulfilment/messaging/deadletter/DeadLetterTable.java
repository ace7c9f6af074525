package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.HeadersJson;
import io.fulfilment.messaging.codec.Utf8;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** The table of dead letters. */
final class DeadLetterTable {

    private static final int LONGEST_ERROR = 8_000;

    /** A record that comes again after it was parked is parked already. */
    private static final String INSERT = """
            INSERT INTO dead_letter (message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                                     sequence, type, headers, body, reason, error, attempts)
            SELECT message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                   sequence, type, headers::jsonb, body, reason, error, attempts
            FROM unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::timestamptz[], ?::text[], ?::bytea[],
                        ?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::int[]) WITH ORDINALITY
                AS parked (message_id, topic, partition, record_offset, record_timestamp, message_key, key,
                           sequence, type, headers, body, reason, error, attempts, position)
            ORDER BY position
            ON CONFLICT (topic, partition, record_offset, record_timestamp) DO NOTHING
            RETURNING topic, partition, record_offset
            """;

    private final JdbcTemplate jdbc;

    /** Where a record came from. */
    record Place(String topic, int partition, long offset) {

        static Place of(ConsumerRecord<?, ?> origin) {
            return new Place(origin.topic(), origin.partition(), origin.offset());
        }
    }

    DeadLetterTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that were not there yet. */
    List<DeadLetter> insert(List<DeadLetter> letters) {
        Set<Place> inserted = jdbc
                .query(
                        INSERT,
                        (row, number) -> new Place(row.getString(1), row.getInt(2), row.getLong(3)),
                        parameters(letters))
                .stream()
                .collect(Collectors.toSet());
        return letters.stream()
                .filter(letter -> inserted.contains(Place.of(letter.origin())))
                .toList();
    }

    private static Object[] parameters(List<DeadLetter> letters) {
        return new Object[] {
            origins("uuid", letters, RecordFacts::id),
            origins("text", letters, ConsumerRecord::topic),
            origins("int4", letters, ConsumerRecord::partition),
            origins("int8", letters, ConsumerRecord::offset),
            origins("timestamptz", letters, origin -> new Timestamp(Math.max(0, origin.timestamp()))),
            origins("text", letters, RecordFacts::key),
            bytes(letters, ConsumerRecord::key),
            origins("int8", letters, RecordFacts::sequence),
            origins("text", letters, RecordFacts::type),
            origins("text", letters, origin -> HeadersJson.write(origin.headers())),
            bytes(letters, ConsumerRecord::value),
            column("text", letters, letter -> letter.reason().name()),
            column("text", letters, letter -> trace(letter.error())),
            column("int4", letters, DeadLetter::attempts)
        };
    }

    private static SqlArrayValue origins(
            String type, List<DeadLetter> letters, Function<ConsumerRecord<byte[], byte[]>, @Nullable Object> value) {
        return column(type, letters, letter -> value.apply(letter.origin()));
    }

    private static SqlArrayValue column(
            String type, List<DeadLetter> letters, Function<DeadLetter, @Nullable Object> value) {
        return new SqlArrayValue(type, letters.stream().map(value).toArray());
    }

    private static SqlArrayValue bytes(
            List<DeadLetter> letters, Function<ConsumerRecord<byte[], byte[]>, byte @Nullable []> value) {
        return new SqlArrayValue("bytea", (Object[])
                letters.stream().map(letter -> value.apply(letter.origin())).toArray(byte[][]::new));
    }

    private static @Nullable String trace(@Nullable Throwable error) {
        if (error == null) {
            return null;
        }
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return Utf8.lenient(text.toString(), LONGEST_ERROR);
    }
}
