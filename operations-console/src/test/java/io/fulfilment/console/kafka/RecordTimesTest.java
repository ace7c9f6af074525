package io.fulfilment.console.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.console.lag.Unread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordTimesTest {

    private static final Unread SILENT = new Unread("orders", 0, 2, 9);
    private static final Unread AT_THE_END = new Unread("orders", 0, 7, 7);

    private final MockConsumer<byte[], byte[]> reader = new MockConsumer<>("earliest");
    private final RecordTimes times = new RecordTimes(reader);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void leavesTimeForOthersWhereAPartitionIsSilent() {
        assertThat(times.of(List.of(SILENT, AT_THE_END))).isEqualTo(Map.of(AT_THE_END, Optional.empty()));
    }

    @Test
    void readsTheOthersWhereOneFails() {
        reader.setPollException(new KafkaException("broken"));

        assertThat(times.of(List.of(SILENT, AT_THE_END))).isEqualTo(Map.of(AT_THE_END, Optional.empty()));
    }
}
