package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlingMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HandlingMetrics metrics = new HandlingMetrics(meters, Clock.systemUTC());

    /** It is recorded after the commit: an exception would make a batch that is settled count as failed. */
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void anyTimeThatASenderClaimsIsCounted(String time) {
        metrics.settled(Map.of(sentAt(Instant.parse(time)), Outcome.HANDLED), 1);

        assertThat(meters.get("message.end.to.end").timer().count()).isEqualTo(1);
        assertThat(meters.get("message.handling").timer().totalTime(TimeUnit.NANOSECONDS))
                .isEqualTo(1);
    }

    private static Readable sentAt(Instant time) {
        var id = UUID.randomUUID();
        var envelope = new Envelope(
                id, TypeName.of(ReleaseStock.class), "/test/topic", "key", 1, time, id, null, null, "topic", 0, 0);
        var origin = new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[0]);
        return new Readable(origin, new Received<>(new ReleaseStock(new SagaId(id), new OrderId(id)), envelope));
    }
}
