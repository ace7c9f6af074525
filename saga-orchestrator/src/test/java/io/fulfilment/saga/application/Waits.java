package io.fulfilment.saga.application;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets time pass in the database. */
public final class Waits {

    private Waits() {}

    /** Whatever an order's sagas wait for is due. */
    public static void end(JdbcClient jdbc, UUID order) {
        jdbc.sql("""
                UPDATE saga_instance SET deadline = now(), wake_at = now(),
                  state = regexp_replace(state::text, '"due": "[^"]*"', '"due": "2026-01-01T00:00:00Z"', 'g')::jsonb
                WHERE order_id = ? AND deadline IS NOT NULL
                """).param(order).update();
    }
}
