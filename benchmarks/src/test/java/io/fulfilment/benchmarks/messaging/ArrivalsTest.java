package io.fulfilment.benchmarks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Arrivals arrivals = new Arrivals(consumer);
    private int offset;

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void endsWithTheLastOne() {
        UUID first = arrives("a", 1);
        arrives("a", 2);

        assertThat(arrivals.take(2, Duration.ofHours(1))).isEqualTo(new KeyOrder.Seen(2, 0, 0));
        assertThat(arrivals.firstSeen(first)).isNotNull();
    }

    @Test
    void goesOnUntilWhatComesAgainIsFollowedByTheRest() {
        arrives("a", 1);
        arrives("a", 1);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> arrives("a", 2));

        assertThat(arrivals.take(2, Duration.ofHours(1))).isEqualTo(new KeyOrder.Seen(2, 1, 0));
    }

    @Test
    void givesUpWhenNothingNewComes() {
        arrives("a", 2);

        assertThat(arrivals.take(1, Duration.ofMillis(50))).isEqualTo(new KeyOrder.Seen(0, 0, 1));
    }

    @Test
    void knowsNothingOfWhatNeverCame() {
        assertThat(arrivals.firstSeen(UUID.randomUUID())).isNull();
    }

    private UUID arrives(String key, long sequence) {
        UUID id = UUID.randomUUID();
        var message = new ConsumerRecord<>("topic", 0, offset++, bytes(key), bytes("{}"));
        message.headers()
                .add("ce_id", bytes(id.toString()))
                .add("ce_subject", bytes(key))
                .add("ce_sequence", bytes(Long.toString(sequence)));
        consumer.addRecord(message);
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
