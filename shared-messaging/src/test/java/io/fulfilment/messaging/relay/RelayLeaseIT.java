package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.silent.WithoutRelay;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithoutRelay
class RelayLeaseIT {

    private static final Duration LEASE = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofHours(1);

    private final JdbcTemplate jdbc;

    RelayLeaseIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nobodyIsThere() {
        jdbc.update("UPDATE relay_lease SET expires_at = '-infinity'");
        jdbc.update("DELETE FROM relay_presence");
    }

    @Test
    void whoIsAloneHoldsAll() {
        assertThat(lease(LEASE).hold()).isEqualTo(Shards.ALL);
    }

    @Test
    void noShardIsHeldTwice() {
        assertThat(lease(LONG).hold()).isEqualTo(Shards.ALL);
        assertThat(lease(LONG).hold()).isEqualTo(Shards.NONE);
    }

    @Test
    void whoComesGetsAFairShareOnceTheOthersGiveItUp() {
        RelayLease[] leases = {lease(LEASE), lease(LEASE), lease(LEASE)};

        await().untilAsserted(() -> {
            long[] held = Stream.of(leases).mapToLong(RelayLeaseIT::round).toArray();
            assertThat(held).containsExactlyInAnyOrder(24, 24, 16);
            assertThat(Arrays.stream(held).sum()).isEqualTo(64);
        });
        Shards all = Stream.of(leases).map(RelayLease::hold).reduce(Shards::and).orElseThrow();
        assertThat(all).isEqualTo(Shards.ALL);
    }

    @Test
    void whatIsTooMuchStaysHeldUntilItIsGivenUp() {
        var first = lease(LEASE);
        first.hold();
        var second = lease(LEASE);
        second.hold();

        await().until(() -> first.hold().equals(Shards.ALL) && !first.tooMuch().isEmpty());
        assertThat(second.hold()).isEqualTo(Shards.NONE);
        Shards given = first.tooMuch();
        first.share();

        assertThat(first.hold()).isEqualTo(Shards.ALL.without(given));
        await().atMost(LEASE).untilAsserted(() -> assertThat(second.hold()).isEqualTo(given));
    }

    @Test
    void whoRenewsKeepsIt() {
        var first = lease(LEASE);
        var second = lease(LEASE);
        assertThat(first.hold()).isEqualTo(Shards.ALL);

        await().during(LEASE.multipliedBy(3)).untilAsserted(() -> {
            assertThat(first.hold()).isEqualTo(Shards.ALL);
            assertThat(second.hold()).isEqualTo(Shards.NONE);
        });
    }

    @Test
    void anOwnerThatFallsSilentIsReplacedAndKnowsItWhenItComesBack() {
        var silent = lease(LEASE);
        var next = lease(LEASE);
        assertThat(silent.hold()).isEqualTo(Shards.ALL);

        await().atMost(LEASE.multipliedBy(3)).until(() -> next.hold().equals(Shards.ALL));

        assertThat(silent.hold()).isEqualTo(Shards.NONE);
    }

    @Test
    void whoIsGoneForLongIsForgotten() {
        jdbc.update("INSERT INTO relay_presence VALUES (gen_random_uuid(), now() - interval '2 hours')");

        lease(LONG).hold();

        assertThat(jdbc.queryForObject("SELECT count(*) FROM relay_presence", Long.class))
                .isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        jdbc.update(
                "UPDATE relay_lease SET owner = gen_random_uuid(), expires_at = clock_timestamp() + interval '1 hour'");
        jdbc.update("INSERT INTO relay_presence VALUES (gen_random_uuid(), now() + interval '1 hour')");

        assertThat(lease(LEASE).hold()).isEqualTo(Shards.ALL);
    }

    @Test
    void anOwnerThatStopsIsReplacedAtOnce() {
        var stopping = lease(LONG);
        assertThat(stopping.hold()).isEqualTo(Shards.ALL);

        stopping.release();

        assertThat(lease(LONG).hold()).isEqualTo(Shards.ALL);
    }

    private RelayLease lease(Duration duration) {
        return new RelayLease(jdbc, duration);
    }

    /** Returns how many shards are held after it. */
    private static long round(RelayLease lease) {
        lease.hold();
        lease.share();
        return Long.bitCount(lease.hold().bits());
    }
}
