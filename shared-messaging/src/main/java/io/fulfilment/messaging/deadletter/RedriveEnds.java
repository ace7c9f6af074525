package io.fulfilment.messaging.deadletter;

import org.springframework.jdbc.core.JdbcTemplate;

/** Notes how redrives end for their keys, in the current transaction. */
final class RedriveEnds {

    private static final String ENDED = "UPDATE redrive_key SET outcome = ? WHERE redrive = ? AND held_key = ?";

    /** Where all that is left is discarded, there is nothing to stand still for. */
    private static final String PARK_REST = """
            UPDATE held_key SET state = 'PARKED', due_at = NULL, held_since = clock_timestamp(), redrive = NULL, redrive_until = NULL,
                   reason = rest.reason
            FROM (SELECT reason FROM held_message WHERE held_key = ? AND NOT discarded ORDER BY id LIMIT 1) AS rest
            WHERE held_key.id = ?
            """;

    private static final String GO_ON = "UPDATE held_key SET redrive_until = NULL WHERE id = ?";

    private final JdbcTemplate jdbc;

    RedriveEnds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    enum Outcome {
        REDRIVEN,
        PARKED_AGAIN
    }

    void ended(HeldKey key, Outcome outcome) {
        if (key.redrive() != null) {
            jdbc.update(ENDED, outcome.name(), key.redrive().id(), key.id());
        }
    }

    /** A message was handled: if it is the one up to which its key is redriven, what is left stands still again. */
    void reached(HeldKey key, HeldMessage message) {
        Long until = key.until();
        if (until == null || until != message.id()) {
            return;
        }
        if (jdbc.update(PARK_REST, key.id(), key.id()) > 0) {
            ended(key, Outcome.REDRIVEN);
        } else {
            jdbc.update(GO_ON, key.id());
        }
    }
}
