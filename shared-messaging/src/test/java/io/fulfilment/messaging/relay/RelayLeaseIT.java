package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.silent.WithoutRelay;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithoutRelay
class RelayLeaseIT {

    private static final Duration LEASE = Duration.ofMillis(600);

    private final JdbcTemplate jdbc;

    RelayLeaseIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.update("UPDATE relay_lease SET expires_at = '-infinity'");
    }

    @Test
    void oneOfTwoHoldsIt() {
        var first = new RelayLease(jdbc, LEASE);
        var second = new RelayLease(jdbc, LEASE);

        assertThat(first.hold()).isTrue();
        assertThat(second.hold()).isFalse();
    }

    @Test
    void whoRenewsKeepsIt() {
        var first = new RelayLease(jdbc, LEASE);
        var second = new RelayLease(jdbc, LEASE);
        assertThat(first.hold()).isTrue();

        await().during(LEASE.multipliedBy(3)).untilAsserted(() -> {
            assertThat(first.hold()).isTrue();
            assertThat(second.hold()).isFalse();
        });
    }

    @Test
    void anOwnerThatFallsSilentIsReplacedAndKnowsItWhenItComesBack() {
        var silent = new RelayLease(jdbc, LEASE);
        var next = new RelayLease(jdbc, LEASE);
        assertThat(silent.hold()).isTrue();

        await().atMost(LEASE.multipliedBy(3)).until(next::hold);

        assertThat(silent.hold()).isFalse();
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        jdbc.update(
                "UPDATE relay_lease SET owner = gen_random_uuid(), expires_at = clock_timestamp() + interval '1 hour'");

        assertThat(new RelayLease(jdbc, LEASE).hold()).isTrue();
    }

    @Test
    void anOwnerThatStopsIsReplacedAtOnce() {
        var stopping = new RelayLease(jdbc, Duration.ofHours(1));
        assertThat(stopping.hold()).isTrue();

        stopping.release();

        assertThat(new RelayLease(jdbc, LEASE).hold()).isTrue();
    }
}
