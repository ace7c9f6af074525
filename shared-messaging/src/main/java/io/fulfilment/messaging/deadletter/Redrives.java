package io.fulfilment.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows how redrives come along. */
public final class Redrives {

    private static final String SELECT = """
            SELECT redrive.*, progress.* FROM redrive CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE outcome = 'WAITING') AS waiting,
                       count(*) FILTER (WHERE outcome = 'REDRIVEN') AS redriven,
                       count(*) FILTER (WHERE outcome = 'PARKED_AGAIN') AS parked_again,
                       count(*) FILTER (WHERE outcome = 'STOPPED') AS stopped
                FROM redrive_key WHERE redrive_key.redrive = redrive.id
            ) AS progress
            """;

    private final JdbcTemplate jdbc;

    Redrives(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Redrive> find(long id) {
        return jdbc.query(SELECT + "WHERE redrive.id = ?", (row, number) -> Redrive.of(row), id).stream()
                .findFirst();
    }

    /** The latest first, from before one of them on. */
    public List<Redrive> list(long before, int limit) {
        return jdbc.query(
                SELECT + "WHERE redrive.id < ? ORDER BY redrive.id DESC LIMIT ?",
                (row, number) -> Redrive.of(row),
                before,
                limit);
    }

    Redrive get(long id) {
        return find(id).orElseThrow(DeadLetterRefused.Gone::new);
    }
}
