package io.fulfilment.messaging.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Says which of several replicas publishes what, by the database's clock: each of those that are there takes up to its share
 * of the groups. It spares work and duplicates; the order of a key doesn't hang on it: whoever sends starts at the oldest
 * unpublished row, or goes on behind what was acknowledged, so what a deposed owner still sends is there already.
 */
final class RelayLease {

    /**
     * Renews what is held, and takes what is free up to a fair share. A lease that runs for longer than leases do was taken
     * before the clock was set back: it binds nobody.
     */
    private static final String HOLD = """
            WITH asked AS (
                SELECT ?::uuid AS relay, clock_timestamp() AS now, ? * interval '1 millisecond' AS lease
            ), present AS (
                INSERT INTO relay_presence AS known (relay, expires_at) SELECT relay, now + lease FROM asked
                ON CONFLICT (relay) DO UPDATE SET expires_at = excluded.expires_at
            ), gone AS (
                DELETE FROM relay_presence WHERE relay IN (
                    SELECT known.relay FROM relay_presence AS known, asked
                    WHERE known.relay <> asked.relay AND expires_at < now - lease FOR UPDATE OF known SKIP LOCKED)
            ), others AS (
                SELECT count(*) AS alive FROM relay_presence AS known, asked
                WHERE known.relay <> asked.relay AND expires_at BETWEEN now AND now + 2 * lease
            ), share AS (
                SELECT ceil((SELECT count(*) FROM relay_lease) / (alive + 1.0))::int AS groups FROM others
            ), held AS (
                SELECT count(*) AS groups FROM relay_lease, asked WHERE owner = relay
            ), within_reach AS (
                SELECT shard_group FROM relay_lease
                WHERE owner = (SELECT relay FROM asked)
                   OR expires_at < (SELECT now FROM asked) OR expires_at > (SELECT now + 2 * lease FROM asked)
                ORDER BY owner <> (SELECT relay FROM asked), shard_group
                LIMIT (SELECT greatest(share.groups, held.groups) FROM share, held)
                FOR UPDATE SKIP LOCKED
            )
            UPDATE relay_lease SET owner = relay, expires_at = now + lease
            FROM within_reach, asked, share WHERE relay_lease.shard_group = within_reach.shard_group
            RETURNING relay_lease.shard_group, share.groups
            """;

    private static final String GIVE_UP = """
            UPDATE relay_lease SET expires_at = '-infinity' WHERE owner = ? AND shard_group = ANY (?)
            """;

    private static final String LEAVE = "DELETE FROM relay_presence WHERE relay = ?";

    private final JdbcTemplate jdbc;
    private final Duration duration;
    private final UUID relay = UUID.randomUUID();
    private final SortedSet<Integer> held = new TreeSet<>();
    private int share = Shards.GROUPS;
    private long askedAt;

    RelayLease(JdbcTemplate jdbc, Duration duration) {
        this.jdbc = jdbc;
        this.duration = duration;
        this.askedAt = System.nanoTime() - duration.toNanos();
    }

    /** What this process publishes; takes over from owners that have gone silent. */
    Shards hold() {
        // Who has all has nobody to take over from.
        int looks = held.size() == Shards.GROUPS ? 3 : 6;
        if (System.nanoTime() - askedAt > duration.toNanos() / looks) {
            askedAt = System.nanoTime();
            held.clear();
            jdbc.query(HOLD, this::heldIn, relay, duration.toMillis());
        }
        return Shards.ofGroups(held);
    }

    private void heldIn(ResultSet row) throws SQLException {
        held.add(row.getInt(1));
        share = row.getInt(2);
    }

    /** What of it there are others for. */
    Shards tooMuch() {
        return Shards.ofGroups(surplus());
    }

    private List<Integer> surplus() {
        return held.stream().skip(share).toList();
    }

    /** Lets others take over what is too much, at once. */
    void share() {
        giveUp(surplus());
    }

    /** Lets others take over all, at once. */
    void release() {
        jdbc.update(LEAVE, relay);
        giveUp(List.copyOf(held));
    }

    private void giveUp(List<Integer> groups) {
        if (!groups.isEmpty()) {
            groups.forEach(held::remove);
            jdbc.update(GIVE_UP, relay, new SqlArrayValue("int2", groups.toArray()));
        }
    }
}
