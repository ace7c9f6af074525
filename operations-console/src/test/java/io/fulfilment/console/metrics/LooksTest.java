package io.fulfilment.console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.console.lag.ConsumerGroups;
import io.fulfilment.console.lag.GroupPartition;
import io.fulfilment.console.lag.KafkaAway;
import io.fulfilment.console.lag.LagHistory;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import io.fulfilment.console.lag.Offsets;
import io.fulfilment.console.lag.Unread;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T12:00:00Z"));
    private final Groups groups = new Groups();
    private final Looks looks = looks();

    private static final class Groups implements ConsumerGroups {

        private boolean away;

        @Override
        public Map<GroupPartition, Offsets> offsets() {
            if (away) {
                throw new KafkaAway("away", new IllegalStateException());
            }
            return Map.of(new GroupPartition("shop", "orders", 3), new Offsets(2, 7));
        }

        @Override
        public Map<Unread, Optional<Instant>> timesOf(Collection<Unread> places) {
            return Map.of();
        }
    }

    private Looks looks() {
        var settings = new LagSettings(SECOND, SECOND, SECOND, SECOND.multipliedBy(10), 10);
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        var watch = new LagWatch(groups, clock, settings, new LagHistory(10));
        return new Looks(watch, settings, new LagMetrics(registry), registry);
    }

    @Test
    void showsWhatWasSeen() {
        look(2);

        assertThat(lag()).isEqualTo(5);
        assertThat(registry.get("kafka.consumer.group.lag.seconds").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get("kafka.consumer.group.stopped")
                        .tags("group", "shop", "topic", "orders")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(looks("success")).isEqualTo(2);
    }

    @Test
    void takesSeriesBackWhenNothingIsKnownAnyMore() {
        look(1);
        groups.away = true;
        look(10);
        assertThat(lag()).isEqualTo(5);

        look(1);

        assertThat(registry.find("kafka.consumer.group.lag").gauges()).isEmpty();
        assertThat(registry.find("kafka.consumer.group.stopped").gauges()).isEmpty();
        assertThat(looks("failure")).isEqualTo(11);
        groups.away = false;
        look(1);
        assertThat(lag()).isEqualTo(5);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            now.updateAndGet(time -> time.plus(SECOND));
            looks.look();
        }
    }

    private double lag() {
        return registry.get("kafka.consumer.group.lag")
                .tags("group", "shop", "topic", "orders", "partition", "3")
                .gauge()
                .value();
    }

    private long looks(String outcome) {
        return registry.get("kafka.lag.looks").tag("outcome", outcome).timer().count();
    }
}
