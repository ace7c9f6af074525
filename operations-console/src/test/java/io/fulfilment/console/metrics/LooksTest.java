package io.fulfilment.console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.console.lag.ConsumerGroups;
import io.fulfilment.console.lag.GroupPartition;
import io.fulfilment.console.lag.KafkaAway;
import io.fulfilment.console.lag.LagHistory;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import io.fulfilment.console.lag.Look;
import io.fulfilment.console.lag.Offsets;
import io.fulfilment.console.lag.TickingClock;
import io.fulfilment.console.lag.Unread;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LooksTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TickingClock clock = new TickingClock();
    private final Groups groups = new Groups();
    private final Looks looks = looks();

    private static final class Groups implements ConsumerGroups {

        private @Nullable RuntimeException failure;

        @Override
        public Look offsets() {
            if (failure != null) {
                throw failure;
            }
            return new Look(Map.of(new GroupPartition("shop", "orders", 3), new Offsets(2, 7)), true);
        }

        @Override
        public Map<Unread, Optional<Instant>> timesOf(Collection<Unread> places) {
            return Map.of();
        }
    }

    private Looks looks() {
        var settings = new LagSettings(SECOND, SECOND.plusMillis(1), SECOND, SECOND.multipliedBy(10), 10);
        var watch = new LagWatch(groups, clock, settings, new LagHistory(settings));
        return new Looks(watch, settings, new LagMetrics(registry), registry);
    }

    @Test
    void showsWhatWasSeen() {
        look(3);

        assertThat(lag()).isEqualTo(5);
        assertThat(registry.get("kafka.consumer.group.lag.seconds").gauge().value())
                .isEqualTo(2);
        assertThat(registry.get("kafka.consumer.group.stopped")
                        .tags("group", "shop", "topic", "orders")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(looks("success")).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource
    void takesSeriesBackWhenNothingIsKnownAnyMore(RuntimeException failure) {
        look(1);
        groups.failure = failure;
        look(10);
        assertThat(lag()).isEqualTo(5);

        look(1);

        assertThat(registry.find("kafka.consumer.group.lag").gauges()).isEmpty();
        assertThat(registry.find("kafka.consumer.group.stopped").gauges()).isEmpty();
        assertThat(looks("failure")).isEqualTo(11);
        groups.failure = null;
        look(1);
        assertThat(lag()).isEqualTo(5);
    }

    static Stream<RuntimeException> takesSeriesBackWhenNothingIsKnownAnyMore() {
        return Stream.of(new KafkaAway("away", new IllegalStateException()), new IllegalStateException("a fault"));
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(SECOND);
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
