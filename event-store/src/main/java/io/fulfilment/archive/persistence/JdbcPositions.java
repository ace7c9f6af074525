package io.fulfilment.archive.persistence;

import io.fulfilment.archive.application.ArchivedElsewhere;
import io.fulfilment.archive.application.Positions;
import io.fulfilment.messaging.archive.RecordSink.Partition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPositions implements Positions {

    private final JdbcClient jdbc;

    JdbcPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a row for each new partition, so that there is something to compare and set. */
    @Override
    public Map<Partition, Long> of(Set<Partition> partitions) {
        var sorted = List.copyOf(partitions);
        jdbc.sql("""
                INSERT INTO archive_position (topic, partition, next_offset)
                SELECT topic, number, 0 FROM unnest(?::text[], ?::int[]) AS wanted (topic, number)
                ORDER BY topic, number ON CONFLICT DO NOTHING
                """).param(topics(sorted)).param(numbers(sorted)).update();
        var found = new HashMap<Partition, Long>();
        jdbc.sql("""
                SELECT topic, number, next_offset FROM unnest(?::text[], ?::int[]) AS wanted (topic, number)
                JOIN archive_position USING (topic) WHERE partition = number
                """).param(topics(sorted)).param(numbers(sorted)).query(row -> {
            found.put(new Partition(row.getString("topic"), row.getInt("number")), row.getLong("next_offset"));
        });
        return found;
    }

    /**
     * The advisory lock makes the archive's positions rise in the order of commits. It is released when the commit is
     * visible, and a statement that has waited for it looks at the rows again before it changes them.
     */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant advance(Collection<Move> moves) {
        var times = jdbc.sql("""
                WITH writer AS MATERIALIZED (
                  SELECT pg_advisory_xact_lock(hashtextextended('event_store.archived_event', 0)))
                UPDATE archive_position SET next_offset = move.next
                FROM writer, unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[]) AS move (topic, number, expected, next)
                WHERE archive_position.topic = move.topic AND partition = move.number AND next_offset = move.expected
                RETURNING clock_timestamp()
                """)
                .param(topics(moves.stream().map(Move::partition).toList()))
                .param(numbers(moves.stream().map(Move::partition).toList()))
                .param(offsets(moves, Move::expected))
                .param(offsets(moves, Move::next))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
        if (times.size() != moves.size()) {
            throw new ArchivedElsewhere((moves.size() - times.size()) + " of the partitions moved on: " + moves);
        }
        return times.getLast();
    }

    private static String[] topics(Collection<Partition> partitions) {
        return partitions.stream().map(Partition::topic).toArray(String[]::new);
    }

    private static int[] numbers(Collection<Partition> partitions) {
        return partitions.stream().mapToInt(Partition::number).toArray();
    }

    private static long[] offsets(Collection<Move> moves, ToLongFunction<Move> offset) {
        return moves.stream().mapToLong(offset).toArray();
    }
}
