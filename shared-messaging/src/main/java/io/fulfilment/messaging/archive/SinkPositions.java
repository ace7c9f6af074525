package io.fulfilment.messaging.archive;

import io.fulfilment.messaging.archive.RecordSink.Partition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Has each assigned partition read from where the sink says, and not from where the group last committed. */
final class SinkPositions implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(SinkPositions.class);

    private final RecordSink sink;
    private final Set<TopicPartition> unknown = new HashSet<>();

    SinkPositions(RecordSink sink) {
        this.sink = sink;
    }

    /** While the sink can't be asked, the partitions stay out of place; {@link #seekUnknown} is asked again. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        unknown.addAll(partitions);
        try {
            seekUnknown(consumer);
        } catch (RuntimeException e) {
            LOG.warn("The archive's positions can't be read yet: {}", e.toString());
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(unknown::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(unknown::remove);
    }

    /** Returns the partitions that are in place only now: what was fetched of them before doesn't count. */
    Set<TopicPartition> seekUnknown(Consumer<?, ?> consumer) {
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Map<Partition, Long> positions =
                sink.positions(unknown.stream().map(SinkPositions::partition).collect(Collectors.toSet()));
        unknown.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition(partition), 0L)));
        var placed = Set.copyOf(unknown);
        unknown.clear();
        return placed;
    }

    static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }
}
