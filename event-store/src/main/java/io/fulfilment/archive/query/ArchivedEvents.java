package io.fulfilment.archive.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The archive in the order of its positions, and streams in the order of their sequences. */
@Repository
public class ArchivedEvents {

    private static final ArchivedEventRows ROWS = new ArchivedEventRows();

    private final JdbcClient jdbc;

    ArchivedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Events that come after a position. What is committed later has a higher position, so that whoever reads on from
     * the last one misses nothing.
     */
    public List<ArchivedEvent> page(EventFilter filter, long after, int limit) {
        var conditions = new Conditions();
        conditions.add("position > ?", after);
        conditions.add("topic = ?", filter.topic());
        conditions.add("type = ?", filter.type());
        conditions.add("subject = ?", filter.subject());
        conditions.add("correlation_id = ?", filter.correlationId());
        conditions.add("event_time >= ?", filter.from());
        conditions.add("event_time < ?", filter.to());
        return jdbc.sql("SELECT %s FROM archived_event WHERE %s ORDER BY position LIMIT %d"
                        .formatted(ArchivedEventRows.COLUMNS, conditions.sql(), limit))
                .params(conditions.values)
                .query(ROWS)
                .list();
    }

    /**
     * A stream's events that come after a sequence. An event that was sent twice is in it once, as it came first; what is
     * no proper event is not in it.
     */
    public List<ArchivedEvent> stream(Stream stream, long after, int limit) {
        return jdbc.sql("""
                SELECT DISTINCT ON (sequence) %s FROM archived_event
                WHERE subject = ? AND topic = ? AND source = ? AND sequence > ?
                  AND message_id IS NOT NULL AND type IS NOT NULL
                ORDER BY sequence, position LIMIT ?
                """.formatted(ArchivedEventRows.COLUMNS))
                .params(stream.subject(), stream.topic().topicName(), stream.source(), after, limit)
                .query(ROWS)
                .list();
    }

    private static final class Conditions {

        private final List<String> clauses = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String clause, @Nullable Object value) {
            switch (value) {
                case null -> {
                    // Left out: everything matches.
                }
                case Instant instant -> put(clause, instant.atOffset(ZoneOffset.UTC));
                case String _, UUID _, Long _ -> put(clause, value);
                default -> throw new IllegalArgumentException("no criterion: " + value);
            }
        }

        private void put(String clause, Object value) {
            clauses.add(clause);
            values.add(value);
        }

        String sql() {
            return String.join(" AND ", clauses);
        }
    }
}
