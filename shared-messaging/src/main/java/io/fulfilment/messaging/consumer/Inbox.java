package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.deadletter.State;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.support.SqlArrayValue;

/** Which messages this service has taken, and how far each subject has come (pattern: idempotent consumer). */
final class Inbox {

    /**
     * Three statements on one way to the database and back, each with a snapshot of its own: what somebody has committed whom
     * one of them had to wait for, the next one sees. Else a message would overtake one that another consumer has just put
     * aside, or count as too early behind one that has just been handled.
     *
     * <p>Ids are taken in their order, so that two that take the same wait for each other in one direction. Sequences are
     * looked up one by one: what seems better by the statistics of yesterday reads all of them.
     */
    private static final String TAKE = """
            INSERT INTO inbox (message_id, topic, partition, record_offset)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[])
                AS arrived (message_id, topic, partition, record_offset)
            ORDER BY message_id
            ON CONFLICT DO NOTHING
            RETURNING message_id
            ;
            SELECT held.topic, held.message_key, held.state
            FROM unnest(?::text[], ?::text[]) AS arrived (topic, message_key)
            JOIN held_key AS held USING (topic, message_key)
            ORDER BY held.topic, held.message_key
            FOR UPDATE OF held
            ;
            SELECT source, subject, last
            FROM unnest(?::text[], ?::text[]) AS arrived (source, subject),
                 LATERAL (SELECT last FROM inbox_sequence AS reached
                          WHERE reached.source = arrived.source AND reached.subject = arrived.subject OFFSET 0) AS known
            """;

    /** In their order, for the same reason. */
    private static final String ADVANCE = """
            INSERT INTO inbox_sequence AS reached (source, subject, last)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[]) AS advanced (source, subject, last)
            ORDER BY source, subject
            ON CONFLICT (source, subject) DO UPDATE SET last = greatest(reached.last, excluded.last)
            """;

    private static final String ADVANCE_BY_ONE = """
            INSERT INTO inbox_sequence AS reached (source, subject, last)
            SELECT next.* FROM (SELECT ?::text AS source, ?::text AS subject, ?::bigint AS last) AS next
            WHERE last = 1 OR EXISTS (SELECT FROM inbox_sequence AS known
                                      WHERE known.source = next.source AND known.subject = next.subject)
            ON CONFLICT (source, subject) DO UPDATE SET last = excluded.last WHERE reached.last + 1 = excluded.last
            """;

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of the messages of a batch.
     *
     * @param fresh the ids that were not taken before
     * @param held the keys that are held
     * @param last the sequences up to which messages have taken effect; none for who is new
     */
    record Known(Set<UUID> fresh, Map<MessageKey, State> held, Map<Sender, Long> last) {}

    /** Takes what can be read. */
    Known take(Collection<Incoming> batch) {
        var readable = new LinkedHashMap<UUID, Readable>();
        var keys = new LinkedHashSet<MessageKey>();
        var senders = new LinkedHashSet<Sender>();
        for (Incoming incoming : batch) {
            switch (incoming) {
                case Readable message -> {
                    readable.putIfAbsent(idOf(message), message);
                    senders.add(Sender.of(message.received().envelope()));
                }
                case Incoming.Ignored message -> senders.add(Sender.of(message.envelope()));
                case Incoming.Unreadable record -> {}
            }
            keys.add(MessageKey.of(incoming));
        }
        PreparedStatementCallback<Known> known = statement -> {
            statement.execute();
            Set<UUID> fresh = fresh(statement.getResultSet());
            return new Known(fresh, held(next(statement)), last(next(statement)));
        };
        return Objects.requireNonNull(
                jdbc.execute(connection -> take(connection, readable.values(), keys, senders), known));
    }

    private static PreparedStatement take(
            Connection connection, Collection<Readable> readable, Set<MessageKey> keys, Set<Sender> senders)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(TAKE);
        Columns columns = new Columns(connection, statement);
        columns.set(1, "uuid", readable, Inbox::idOf);
        columns.set(2, "text", readable, message -> message.origin().topic());
        columns.set(3, "int4", readable, message -> message.origin().partition());
        columns.set(4, "int8", readable, message -> message.origin().offset());
        columns.set(5, "text", keys, MessageKey::topic);
        columns.set(6, "text", keys, MessageKey::key);
        columns.set(7, "text", senders, Sender::source);
        columns.set(8, "text", senders, Sender::subject);
        return statement;
    }

    private record Columns(Connection connection, PreparedStatement statement) {

        <T> void set(int index, String type, Collection<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            Array array =
                    connection.createArrayOf(type, rows.stream().map(value).toArray());
            statement.setArray(index, array);
        }
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    private static Set<UUID> fresh(ResultSet rows) throws SQLException {
        var fresh = new HashSet<UUID>();
        while (rows.next()) {
            fresh.add(rows.getObject(1, UUID.class));
        }
        return fresh;
    }

    private static Map<MessageKey, State> held(ResultSet rows) throws SQLException {
        var held = new HashMap<MessageKey, State>();
        while (rows.next()) {
            held.put(MessageKey.of(rows.getString(1), rows.getString(2)), State.valueOf(rows.getString(3)));
        }
        return held;
    }

    private static Map<Sender, Long> last(ResultSet rows) throws SQLException {
        var last = new HashMap<Sender, Long>();
        while (rows.next()) {
            last.put(new Sender(rows.getString(1), rows.getString(2)), rows.getLong(3));
        }
        return last;
    }

    /** Notes how far senders have come; it never goes back. */
    void advance(Map<Sender, Long> reached) {
        if (!reached.isEmpty()) {
            var senders = List.copyOf(reached.keySet());
            jdbc.update(
                    ADVANCE,
                    new SqlArrayValue(
                            "text", senders.stream().map(Sender::source).toArray()),
                    new SqlArrayValue(
                            "text", senders.stream().map(Sender::subject).toArray()),
                    new SqlArrayValue("int8", senders.stream().map(reached::get).toArray()));
        }
    }

    /** Notes that a sender has come so far, if that is the next. */
    void advanceByOne(Sender sender, long sequence) {
        jdbc.update(ADVANCE_BY_ONE, sender.source(), sender.subject(), sequence);
    }

    static UUID idOf(Readable message) {
        return message.received().envelope().id();
    }
}
