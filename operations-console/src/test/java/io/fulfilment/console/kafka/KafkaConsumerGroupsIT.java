package io.fulfilment.console.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.fulfilment.console.lag.KafkaAway;
import io.fulfilment.console.lag.Offsets;
import io.fulfilment.console.lag.Unread;
import io.fulfilment.testing.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaConsumerGroupsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant SENT = Instant.parse("2026-05-01T12:00:00Z");

    private final KafkaConsumerGroups groups =
            new KafkaConsumerGroups(new KafkaClients(Infrastructure.shared().kafkaBootstrapServers(), PATIENCE));
    private final TestGroup group = new TestGroup();

    @AfterEach
    void close() {
        group.close();
        groups.close();
    }

    @Test
    void countsAsKafkasOwnToolDoes() {
        send(0, 5);
        send(1, 3);
        group.read(8);
        send(0, 20);
        send(1, 7);

        assertThat(lag()).isEqualTo(Map.of(0, 20L, 1, 7L)).isEqualTo(ConsumerGroupsTool.lagOf(group));

        group.read(27);
        send(1, 2);
        assertThat(lag()).isEqualTo(Map.of(0, 0L, 1, 2L)).isEqualTo(ConsumerGroupsTool.lagOf(group));
    }

    @Test
    void countsFromTheStartWhereNothingHasBeenCommittedOfATopicThatIsRead() {
        send(0, 1);
        group.read(1);
        send(1, 4);
        group.deleteRecordsBefore(1, 1);

        assertThat(offsets()).containsEntry(1, new Offsets(1, 4));
    }

    @Test
    void leavesOutAGroupThatHasReadNothingYetAndOneThatWasDeleted() {
        send(0, 1);
        assertThat(offsets()).isEmpty();
        group.read(1);
        assertThat(offsets()).isNotEmpty();

        group.delete();

        assertThat(offsets()).isEmpty();
    }

    @Test
    void knowsWhenMessagesWereSent() {
        group.send(0, SENT.toEpochMilli(), 1);
        group.send(0, SENT.plusSeconds(1).toEpochMilli(), 1);
        group.send(1, SENT.plusSeconds(2).toEpochMilli(), 1);

        var first = new Unread(group.topic(), 0, 0, 2);
        var second = new Unread(group.topic(), 0, 1, 2);
        var other = new Unread(group.topic(), 1, 0, 1);
        assertThat(timesOf(List.of(first, second, other)))
                .isEqualTo(Map.of(
                        first, Optional.of(SENT),
                        second, Optional.of(SENT.plusSeconds(1)),
                        other, Optional.of(SENT.plusSeconds(2))));
    }

    @Test
    void takesTheOldestThatIsLeftWhereTheMessageIsDeleted() {
        group.send(0, SENT.toEpochMilli(), 3);
        group.send(0, SENT.plusSeconds(9).toEpochMilli(), 1);
        group.deleteRecordsBefore(0, 3);

        var deleted = new Unread(group.topic(), 0, 1, 4);

        assertThat(timesOf(List.of(deleted))).isEqualTo(Map.of(deleted, Optional.of(SENT.plusSeconds(9))));
    }

    @Test
    void saysWhereThereIsNothingToReadButTheMarkOfATransaction() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        Infrastructure.shared().kafkaBootstrapServers(),
                        "transactional.id",
                        group.name()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(group.topic(), 0, new byte[] {1}, new byte[] {2}));
            producer.commitTransaction();
        }

        var marker = new Unread(group.topic(), 0, 1, 2);

        assertThat(timesOf(List.of(marker))).isEqualTo(Map.of(marker, Optional.empty()));
    }

    @Test
    void saysThatKafkaIsAway() {
        try (var nowhere = new KafkaConsumerGroups(new KafkaClients("127.0.0.1:1", Duration.ofMillis(200)));
                var unknown = new KafkaConsumerGroups(new KafkaClients("kafka.invalid:1", Duration.ofMillis(200)))) {
            assertThatExceptionOfType(KafkaAway.class).isThrownBy(nowhere::offsets);
            assertThatExceptionOfType(KafkaAway.class).isThrownBy(unknown::offsets);
        }
    }

    private void send(int partition, int records) {
        group.send(partition, SENT.toEpochMilli(), records);
    }

    /** What isn't found in time is asked for again. */
    private Map<Unread, Optional<Instant>> timesOf(Collection<Unread> places) {
        Map<Unread, Optional<Instant>> found = new HashMap<>();
        await().until(() -> {
            found.putAll(groups.timesOf(places));
            return found.size() == places.size();
        });
        return found;
    }

    private Map<Integer, Long> lag() {
        return offsets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().lag()));
    }

    private Map<Integer, Offsets> offsets() {
        return groups.offsets().offsets().entrySet().stream()
                .filter(entry -> entry.getKey().group().equals(group.name()))
                .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
    }
}
