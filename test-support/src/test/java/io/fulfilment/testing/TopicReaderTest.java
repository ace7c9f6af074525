package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broker that dies while it is read can't be had at will: here it is played. */
class TopicReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("silent", 0);

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givesUpWhenTheBrokerSendsNoMore() {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        Node broker = Node.noNode();
        Node[] replicas = {broker};
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, broker, replicas, replicas)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 1L));

        try (var reader = new TopicReader(consumer, Duration.ofMillis(100), PARTITION.topic())) {
            assertThatIllegalStateException().isThrownBy(reader::records).withMessageContaining("only 0 records");
        }
    }
}
