package io.fulfilment.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.springframework.util.FileSystemUtils;

/** A broker that is its own controller, with every topic of the system, in a directory that goes with it. */
final class EmbeddedKafka {

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
            TestTopics.create(address);
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
