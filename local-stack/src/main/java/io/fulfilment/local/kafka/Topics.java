package io.fulfilment.local.kafka;

import io.fulfilment.events.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics between the services. */
public final class Topics {

    private static final List<String> SERVICES = List.of(
            "order-service",
            "payment-service",
            "inventory-service",
            "notification-service",
            "saga-orchestrator",
            "event-store");
    private static final short ONE_COPY = 1;

    private Topics() {}

    /** @param bootstrapServers where the topics are made that are missing */
    public static void main(String[] bootstrapServers) throws Exception {
        create(bootstrapServers[0]);
    }

    /** Makes the topics that are missing. */
    public static void create(String bootstrapServers)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> created :
                    admin.createTopics(all().toList()).values().values()) {
                await(created);
            }
        }
    }

    private static Stream<NewTopic> all() {
        return Stream.concat(
                Arrays.stream(Topic.values()).map(topic -> new NewTopic(topic.topicName(), Topic.PARTITIONS, ONE_COPY)),
                SERVICES.stream().map(service -> new NewTopic(Topic.deadLettersOf(service), 1, ONE_COPY)));
    }

    private static void await(KafkaFuture<Void> created)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            created.get(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
