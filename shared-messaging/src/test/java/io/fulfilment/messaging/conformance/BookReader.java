package io.fulfilment.messaging.conformance;

import static java.util.stream.Collectors.toSet;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.conformance.History.Handled;
import io.fulfilment.messaging.conformance.History.Sent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the service of a run wrote down. */
final class BookReader {

    /** PostgreSQL's own word on the order of commits, whatever the service and its locks made of it. */
    private static final String SENT = """
            SELECT message_key, message_id, cause FROM sent WHERE topic = ?
            ORDER BY pg_xact_commit_timestamp(xmin), position
            """;

    private static final String HANDLED = """
            SELECT message_key, message_id, sequence FROM handled WHERE topic = ?
            ORDER BY pg_xact_commit_timestamp(xmin), position
            """;

    private static final String MISSING = """
            SELECT count(*) FROM sent
            WHERE NOT EXISTS (SELECT FROM handled WHERE handled.message_id = sent.message_id)
            """;

    private static final String PENDING = "SELECT count(*) FROM outbox_pending";

    private static final String COMMANDS = Topic.INVENTORY_COMMANDS.topicName();
    private static final String ANSWERS = Topic.SAGA_REPLIES.topicName();

    private final JdbcTemplate jdbc;
    private final String deadLetters;
    private final String broker;
    private final Set<Place> kept = ConcurrentHashMap.newKeySet();

    BookReader(TestBed bed, Names names) {
        this.jdbc = bed.database().of(names.database());
        this.deadLetters = names.deadLetters();
        this.broker = bed.broker().direct();
    }

    /** Whether everything has arrived; whether once and in order is the checker's affair. */
    boolean isSettled(Collection<Place> foreign) {
        return count(MISSING) == 0 && count(PENDING) == 0 && (foreign.isEmpty() || parked().containsAll(foreign));
    }

    Evidence evidence(List<Place> foreign) {
        return new Evidence(
                history(COMMANDS), history(ANSWERS), count(PENDING), foreign, foreign.isEmpty() ? Set.of() : parked());
    }

    /** Copies of these are known from now on, whatever becomes of their topic; returns whether there are some of all. */
    boolean keepParked(Collection<Place> foreign) {
        kept.addAll(parked());
        return kept.containsAll(foreign);
    }

    History commands() {
        return history(COMMANDS);
    }

    private History history(String topic) {
        return new History(
                jdbc.query(
                        SENT,
                        (row, number) ->
                                new Sent(row.getString(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                        topic),
                jdbc.query(
                        HANDLED,
                        (row, number) -> new Handled(row.getString(1), row.getObject(2, UUID.class), row.getLong(3)),
                        topic));
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    private Set<Place> parked() {
        try (var topic = new Records(broker, deadLetters)) {
            return Stream.concat(kept.stream(), topic.all().stream().map(Records::origin))
                    .collect(toSet());
        }
    }
}
