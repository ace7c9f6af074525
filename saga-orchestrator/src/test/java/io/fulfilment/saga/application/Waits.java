package io.fulfilment.saga.application;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets time pass in the database. */
public final class Waits {

    private static final Pattern INSTANT = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)\"");

    private record Row(UUID saga, Instant now, Instant deadline, String state) {}

    private Waits() {}

    /** Whatever an order's sagas wait for first is due. */
    public static void end(JdbcClient jdbc, UUID order) {
        jdbc.sql("SELECT saga_id FROM saga_instance WHERE order_id = ?")
                .param(order)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(saga -> passUntilDue(jdbc, saga, Duration.ZERO));
    }

    /** So much time passes that what the saga waits for first is due, if it waits for anything, and so much more. */
    static void passUntilDue(JdbcClient jdbc, UUID saga, Duration more) {
        jdbc.sql("""
                SELECT saga_id, now() AS read_at, deadline, state FROM saga_instance
                WHERE saga_id = ? AND deadline > now()
                """)
                .param(saga)
                .query((row, _) -> new Row(
                        row.getObject("saga_id", UUID.class),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        row.getObject("deadline", OffsetDateTime.class).toInstant(),
                        row.getString("state")))
                .optional()
                .ifPresent(row -> shift(jdbc, row, more));
    }

    private static void shift(JdbcClient jdbc, Row row, Duration more) {
        var time = Duration.between(row.now(), row.deadline()).plus(more);
        var state = INSTANT.matcher(row.state())
                .replaceAll(match -> "\"" + Instant.parse(match.group(1)).minus(time) + "\"");
        jdbc.sql("UPDATE saga_instance SET deadline = ?, wake_at = ?, state = ?::jsonb WHERE saga_id = ?")
                .params(
                        OffsetDateTime.parse(row.now().toString()),
                        OffsetDateTime.parse(row.now().toString()),
                        state,
                        row.saga())
                .update();
    }
}
