package io.fulfilment.messaging.retention;

import io.fulfilment.events.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * What the archive has, by the offsets that its consumer group has committed: it commits what it has stored. Kafka is asked
 * so seldom that no connection is kept.
 */
final class Archive {

    private final Map<String, Object> connection;
    private final String group;

    /** @param patience how long Kafka may take to answer */
    Archive(Map<String, Object> connection, String group, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        this.connection = new HashMap<>(connection);
        this.connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        this.connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        this.group = group;
    }

    /** Why it can't be said that the archive has something; it is asked for again later. */
    static final class NotArchivedException extends Exception {

        NotArchivedException(String reason) {
            super(reason);
        }
    }

    /**
     * How far those of the topics that are archived reach by now.
     *
     * @throws NotArchivedException if Kafka can't be asked
     */
    Map<TopicPartition, Long> ends(Collection<String> topics) throws NotArchivedException {
        List<String> archived = Stream.of(Topic.values())
                .map(Topic::topicName)
                .filter(topics::contains)
                .toList();
        return archived.isEmpty() ? Map.of() : ask(admin -> ends(admin, archived));
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(Archive::partitions)
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    /** @throws NotArchivedException unless it has everything before these */
    void requireAllBefore(Map<TopicPartition, Long> ends) throws NotArchivedException {
        Map<TopicPartition, Long> committed = ends.isEmpty() ? Map.of() : ask(this::committed);
        if (committed.isEmpty() && !ends.isEmpty()) {
            throw new NotArchivedException(nothingOf(group));
        }
        long missing = ends.keySet().stream()
                .filter(partition -> committed.getOrDefault(partition, 0L) < ends.getOrDefault(partition, 0L))
                .count();
        if (missing > 0) {
            throw new NotArchivedException("the consumer group " + group + " is behind");
        }
    }

    private static String nothingOf(String group) {
        return "there is no consumer group " + group + " that has committed anything";
    }

    private Map<TopicPartition, Long> committed(Admin admin) throws ExecutionException, InterruptedException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private interface Question<T> {

        T answer(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T ask(Question<T> question) throws NotArchivedException {
        Admin admin = null;
        try {
            admin = Admin.create(connection);
            return question.answer(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotArchivedException("stopped");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                throw new NotArchivedException(nothingOf(group));
            }
            throw new NotArchivedException("Kafka can't be asked: " + e.getCause());
        } catch (KafkaException e) {
            throw new NotArchivedException("Kafka can't be asked: " + e);
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }
}
