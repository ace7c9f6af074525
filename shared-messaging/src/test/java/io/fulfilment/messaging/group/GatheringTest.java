package io.fulfilment.messaging.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GatheringTest {

    private static final TopicPartition PARTITION = new TopicPartition("order.events", 3);
    private static final int LOOK = 3;
    private static final Duration GATHER = Duration.ofMillis(30);

    private final MockConsumer<String, String> kafka = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final Consumer<String, String> gathering = Gathering.around(kafka, LOOK, Pace.of(GATHER));

    @BeforeEach
    void assign() {
        kafka.assign(List.of(PARTITION));
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void handsOutAtOnceWhatComesAfterAQuietTime() {
        Consumer<String, String> patient = Gathering.around(kafka, LOOK, Pace.of(Duration.ofHours(1)));
        arrives(0, "a");
        kafka.schedulePollTask(() -> {});
        kafka.schedulePollTask(() -> arrives(1, "b"));

        assertThat(values(patient.poll(Duration.ZERO))).containsExactly("a");
    }

    @Test
    void handsOutAtOnceWhatItHasWaitedFor() {
        arrives(0, "a");
        gathering.poll(Duration.ZERO);
        kafka.schedulePollTask(() -> {
            LockSupport.parkNanos(GATHER.toNanos());
            arrives(1, "b");
        });
        kafka.schedulePollTask(() -> arrives(2, "c"));

        assertThat(values(gathering.poll(Duration.ZERO))).containsExactly("b");
    }

    @Test
    void startsTheNextBatchNoSoonerThanTheGatherTimeAfterTheLast() {
        arrives(0, "a");
        gathering.poll(Duration.ZERO);
        long handedOut = System.nanoTime();
        arrives(1, "b");

        assertThat(values(gathering.poll(Duration.ZERO))).containsExactly("b");
        assertThat(System.nanoTime() - handedOut).isGreaterThanOrEqualTo(GATHER.toNanos() * 9 / 10);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitsForAsLongAsTheLastBatchAllowsAndNoLonger() {
        Consumer<String, String> paced = Gathering.around(kafka, LOOK, new Pace(3, Duration.ofHours(1), () -> 1));
        arrives(0, "a");
        paced.poll(Duration.ZERO);
        long handedOut = System.nanoTime();
        LockSupport.parkNanos(GATHER.toNanos());
        long handled = System.nanoTime() - handedOut;
        arrives(1, "b");

        assertThat(values(paced.poll(Duration.ZERO))).containsExactly("b");
        assertThat(System.nanoTime() - handedOut).isGreaterThanOrEqualTo(3 * handled);
    }

    @Test
    void joinsWhatASecondLookFindsInTheOrderOfThePartition() {
        arrives(0, "a");
        gathering.poll(Duration.ZERO);
        arrives(1, "b");
        kafka.schedulePollTask(() -> {});
        kafka.schedulePollTask(() -> arrives(2, "c"));

        ConsumerRecords<String, String> batch = gathering.poll(Duration.ZERO);

        assertThat(values(batch)).containsExactly("b", "c");
        assertThat(batch.nextOffsets()).containsOnlyKeys(PARTITION);
        assertThat(batch.nextOffsets().values())
                .extracting(OffsetAndMetadata::offset)
                .containsExactly(3L);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void waitsForNothingWhereThereIsABacklog() {
        Consumer<String, String> patient = Gathering.around(kafka, LOOK, Pace.of(Duration.ofHours(1)));
        kafka.setMaxPollRecords(LOOK);
        for (int offset = 0; offset < 4; offset++) {
            arrives(offset, "r" + offset);
        }

        assertThat(values(patient.poll(Duration.ZERO))).containsExactly("r0", "r1", "r2");
        assertThat(values(patient.poll(Duration.ZERO))).containsExactly("r3");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void knowsABacklogOfLargeRecordsByTheirBytes() {
        Consumer<String, String> patient = Gathering.around(kafka, LOOK, Pace.of(Duration.ofHours(1)));
        arrives(0, "a".repeat(1024 * 1024));
        patient.poll(Duration.ZERO);
        arrives(1, "b");

        assertThat(values(patient.poll(Duration.ZERO))).containsExactly("b");
    }

    @Test
    void handsOutNothingOfAPartitionThatTheSecondLookHasLost() {
        var member = new MockConsumer<String, String>(AutoOffsetResetStrategy.EARLIEST.name());
        var lost = new TopicPartition(PARTITION.topic(), 4);
        member.subscribe(List.of(PARTITION.topic()));
        member.rebalance(List.of(PARTITION, lost));
        member.updateBeginningOffsets(Map.of(PARTITION, 0L, lost, 0L));
        Consumer<String, String> gathered = Gathering.around(member, LOOK, Pace.of(GATHER));
        arrives(member, PARTITION, 0, "a");
        gathered.poll(Duration.ZERO);
        arrives(member, PARTITION, 1, "b");
        arrives(member, lost, 0, "another's");
        member.schedulePollTask(() -> {});
        member.schedulePollTask(() -> member.rebalance(List.of(PARTITION)));

        ConsumerRecords<String, String> batch = gathered.poll(Duration.ZERO);

        assertThat(values(batch)).containsExactly("b");
        assertThat(batch.nextOffsets()).containsOnlyKeys(PARTITION);
    }

    @Test
    void losesNothingWhenTheSecondLookFails() {
        arrives(0, "a");
        gathering.poll(Duration.ZERO);
        arrives(1, "b");
        kafka.schedulePollTask(() -> {});
        kafka.schedulePollTask(() -> kafka.setPollException(new KafkaException("away")));

        assertThat(values(gathering.poll(Duration.ZERO))).containsExactly("b");
        assertThatThrownBy(() -> gathering.poll(Duration.ZERO)).hasMessage("away");
        arrives(2, "c");
        assertThat(values(gathering.poll(Duration.ZERO))).containsExactly("c");
    }

    @Test
    void passesEveryOtherCallOnWithItsOwnException() {
        gathering.pause(List.of(PARTITION));
        assertThat(kafka.paused()).containsExactly(PARTITION);

        assertThatThrownBy(() -> gathering.position(new TopicPartition("elsewhere", 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void arrives(long offset, String value) {
        arrives(kafka, PARTITION, offset, value);
    }

    private static void arrives(
            MockConsumer<String, String> consumer, TopicPartition partition, long offset, String value) {
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0L,
                TimestampType.CREATE_TIME,
                3,
                value.length(),
                "key",
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    private static List<String> values(ConsumerRecords<String, String> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(ConsumerRecord::value)
                .toList();
    }
}
