package io.fulfilment.testing;

import static java.util.stream.Collectors.toSet;

import io.fulfilment.events.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.springframework.util.FileSystemUtils;

/** A broker that is its own controller, with every topic of the system, in a directory that goes with it. */
final class EmbeddedKafka {

    private static final short ONE_REPLICA = 1;

    private final KafkaRaftServer server;
    private final Path directory;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, Path directory, String bootstrapServers) {
        this.server = server;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
    }

    static EmbeddedKafka start() {
        try {
            Path directory = Files.createTempDirectory("kafka-");
            String address = "127.0.0.1:" + FreePort.next();
            format(directory);
            var server = new KafkaRaftServer(
                    KafkaConfig.fromProps(BrokerSettings.of(directory, address, "127.0.0.1:" + FreePort.next()), false),
                    Time.SYSTEM);
            server.startup();
            createTopics(address);
            return new EmbeddedKafka(server, directory, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path directory) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's storage could not be formatted in " + directory, e);
        }
    }

    private static void createTopics(String address) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
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

    String bootstrapServers() {
        return bootstrapServers;
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
