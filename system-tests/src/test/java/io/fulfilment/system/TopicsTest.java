package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broker that dies while it is read can't be had at will: here it is played. */
class TopicsTest {

    private static final TopicPartition PARTITION = new TopicPartition("order.events", 0);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    TopicsTest() {
        Node broker = Node.noNode();
        Node[] replicas = {broker};
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, broker, replicas, replicas)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 1L));
    }

    @Test
    void readsWhatIsThere() {
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "key", "it")));

        assertThat(Topics.readToEnd(consumer, Duration.ofSeconds(10)))
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo("it");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givesUpWhenTheBrokerSendsNoMore() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Topics.readToEnd(consumer, Duration.ofMillis(100)))
                .withMessageContaining("only 0 records");
    }
}
