package io.fulfilment.messaging.archive;

import io.fulfilment.messaging.archive.RecordSink.Partition;
import io.fulfilment.messaging.archive.StoredRecord.Header;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

/** Hands batches to the sink. */
final class SinkListener implements BatchConsumerAwareMessageListener<byte[], byte[]> {

    private final RecordSink sink;
    private final SinkPositions positions;

    SinkListener(RecordSink sink, SinkPositions positions) {
        this.sink = sink;
        this.positions = positions;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        Set<TopicPartition> fetchedAgain = positions.seekUnknown(Objects.requireNonNull(consumer));
        List<StoredRecord> stored = records.stream()
                .filter(fetched -> !fetchedAgain.contains(new TopicPartition(fetched.topic(), fetched.partition())))
                .map(SinkListener::stored)
                .toList();
        if (!stored.isEmpty()) {
            sink.accept(stored);
        }
    }

    private static StoredRecord stored(ConsumerRecord<byte[], byte[]> fetched) {
        return new StoredRecord(
                new Partition(fetched.topic(), fetched.partition()),
                fetched.offset(),
                Instant.ofEpochMilli(fetched.timestamp()),
                fetched.key(),
                fetched.value(),
                Stream.of(fetched.headers().toArray())
                        .map(header -> new Header(header.key(), header.value()))
                        .toList());
    }
}
