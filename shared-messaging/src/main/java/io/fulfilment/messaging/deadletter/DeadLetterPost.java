package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.outbox.PendingOutbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends copies of what is parked to the dead-letter topic, each once. */
public final class DeadLetterPost {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterPost.class);

    /** Of any size up to that of a record. */
    private static final int MOST = 100;

    private static final String UNCOPIED = """
            WITH uncopied AS MATERIALIZED (
                SELECT held_message.id FROM held_message JOIN held_key ON held_key.id = held_message.held_key
                WHERE NOT copied AND state = 'PARKED' ORDER BY held_message.id LIMIT ? FOR UPDATE OF held_message SKIP LOCKED
            ), marked AS (
                UPDATE held_message SET copied = true FROM uncopied WHERE held_message.id = uncopied.id
                RETURNING held_message.*, coalesce(error_class, '') AS error_name
            )
            SELECT %s, error_name FROM marked AS message ORDER BY message.id
            """.formatted(HeldMessage.COLUMNS);

    private final JdbcTemplate jdbc;
    private final DeadLetterCopies copies;
    private final PendingOutbox outbox;

    DeadLetterPost(JdbcTemplate jdbc, DeadLetterCopies copies, PendingOutbox outbox) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.outbox = outbox;
    }

    /** Sends some, with the current transaction; returns whether there may be more. */
    public boolean sendNext() {
        List<DeadLetter> letters = jdbc.query(
                UNCOPIED,
                (row, number) -> {
                    var message = HeldMessage.of(row);
                    return new DeadLetter(
                            message.origin(), message.reason(), row.getString("error_name"), message.attempts());
                },
                MOST);
        if (!letters.isEmpty()) {
            outbox.add(letters.stream().map(copies::copy).toList());
            letters.forEach(DeadLetterPost::log);
        }
        return letters.size() == MOST;
    }

    private static void log(DeadLetter letter) {
        var origin = letter.origin();
        LOG.warn(
                "Parked message {} of type {}, key {}, from {}-{}@{}: {} {}",
                RecordFacts.id(origin),
                RecordFacts.type(origin),
                RecordFacts.key(origin),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                letter.reason(),
                letter.errorClass());
    }
}
