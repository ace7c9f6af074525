package io.fulfilment.testing;

import static java.util.stream.Collectors.toSet;

import io.fulfilment.events.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Every topic of the system. */
final class TestTopics {

    private static final short ONE_REPLICA = 1;

    private TestTopics() {}

    static void create(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics()).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static Set<NewTopic> topics() {
        var shared = Arrays.stream(Topic.values()).map(topic -> topic(topic.topicName(), Topic.PARTITIONS));
        var deadLetters = Infrastructure.SERVICES.stream().map(service -> topic(Topic.deadLettersOf(service), 1));
        return Stream.concat(shared, deadLetters).collect(toSet());
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, ONE_REPLICA);
    }
}
