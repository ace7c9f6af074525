package io.fulfilment.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** One Kafka node in KRaft mode, broker and controller at once. */
public final class KafkaProcess {

    private static final String CLUSTER = "bG9jYWwtZnVsZmlsbWVudA";

    private KafkaProcess() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> environment = System.getenv();
        Path directory = Path.of(environment.getOrDefault("KAFKA_DIRECTORY", ".local/data/kafka"));
        Files.createDirectories(directory);
        Path settings = directory.resolve("server.properties");
        Files.writeString(
                settings,
                text(settings(
                        directory,
                        environment.getOrDefault("KAFKA_PORT", "19092"),
                        environment.getOrDefault("KAFKA_CONTROLLER_PORT", "19093"))));
        format(settings);
        Kafka.main(new String[] {settings.toString()});
    }

    private static void format(Path settings) {
        String[] command = {"format", "--ignore-formatted", "-t", CLUSTER, "-c", settings.toString()};
        int exitCode = StorageTool.execute(command, new PrintStream(OutputStream.nullOutputStream()));
        if (exitCode != 0) {
            throw new IllegalStateException("Kafka's storage can't be formatted: exit code " + exitCode);
        }
    }

    private static Map<String, String> settings(Path directory, String port, String controllerPort) {
        var settings = new TreeMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");
        // Sagas are replayed from the archive, yet whoever reads Kafka here shall find everything.
        settings.put("log.retention.ms", "-1");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.putAll(oneNode());
        settings.putAll(quickGroups());
        settings.putAll(fewThreads());
        return settings;
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "6",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "3",
                // A broker that was killed can't come back before its session has ended.
                "broker.session.timeout.ms", "6000",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "3");
    }

    /** A consumer that was killed is replaced after seconds, not after most of a minute. */
    private static Map<String, String> quickGroups() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.consumer.min.session.timeout.ms", "6000",
                "group.consumer.session.timeout.ms", "6000",
                "group.consumer.min.heartbeat.interval.ms", "1000",
                "group.consumer.heartbeat.interval.ms", "1500");
    }

    private static Map<String, String> fewThreads() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2");
    }

    private static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
