package io.fulfilment.messaging.relay;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says which of several replicas publishes, by the database's clock. It spares work and duplicates; the order of a key
 * doesn't hang on it: whoever sends starts at the oldest unpublished row, or goes on behind what was acknowledged, so what a deposed owner still sends is there
 * already.
 */
final class RelayLease {

    /** All key shards are one group for now. */
    private static final int GROUP = 0;

    /** A lease that runs for longer than leases do was taken before the clock was set back: it binds nobody. */
    private static final String TAKE = """
            UPDATE relay_lease SET owner = ?, expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE shard_group = ?
              AND (owner = ? OR expires_at < clock_timestamp()
                   OR expires_at > clock_timestamp() + 2 * ? * interval '1 millisecond')
            """;

    private static final String RELEASE =
            "UPDATE relay_lease SET expires_at = '-infinity' WHERE shard_group = ? AND owner = ?";

    private final JdbcTemplate jdbc;
    private final Duration duration;
    private final UUID owner = UUID.randomUUID();
    private boolean held;
    private long askedAt;

    RelayLease(JdbcTemplate jdbc, Duration duration) {
        this.jdbc = jdbc;
        this.duration = duration;
        this.askedAt = System.nanoTime() - duration.toNanos();
    }

    /** Whether this process publishes; takes over from an owner that has gone silent. */
    boolean hold() {
        if (System.nanoTime() - askedAt > duration.toNanos() / (held ? 3 : 6)) {
            askedAt = System.nanoTime();
            held = false;
            held = jdbc.update(TAKE, owner, duration.toMillis(), GROUP, owner, duration.toMillis()) == 1;
        }
        return held;
    }

    /** Lets another replica take over at once. */
    void release() {
        if (held) {
            held = false;
            jdbc.update(RELEASE, GROUP, owner);
        }
    }
}
