package io.fulfilment.benchmarks.messaging;

import io.fulfilment.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic, seen from outside of the service: how far it reaches, and what is in it. */
final class EventTopic implements AutoCloseable {

    /** Looking costs the broker, too. */
    private static final long LOOK_EVERY_NANOS = 50_000_000;

    private final String bootstrapServers;
    private final List<TopicPartition> partitions;
    private final Admin admin;

    EventTopic(String bootstrapServers, String name) {
        this.bootstrapServers = bootstrapServers;
        this.partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(name, number))
                .toList();
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** How many records it has ever had. */
    long size() throws ExecutionException, InterruptedException {
        return ends().values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    }

    /** Forgets what is in it; whoever has never read it begins behind. */
    void empty() throws ExecutionException, InterruptedException {
        var upToEnd = new HashMap<TopicPartition, RecordsToDelete>();
        ends().forEach((partition, end) -> upToEnd.put(partition, RecordsToDelete.beforeOffset(end.offset())));
        admin.deleteRecords(upToEnd).all().get();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get();
    }

    /** @return whether it got so large in time */
    boolean awaitSize(long size, Duration patience) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (size() < size) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }

    /** A consumer of all of its partitions, from where it ends by now, without a group. */
    KafkaConsumer<byte[], byte[]> fromEnd() {
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    KafkaConsumer<byte[], byte[]> fromBeginning() {
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "enable.auto.commit", "false",
                        "max.poll.records", "5000",
                        "enable.metrics.push", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        admin.close();
    }
}
