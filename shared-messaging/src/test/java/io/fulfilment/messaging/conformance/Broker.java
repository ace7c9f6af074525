package io.fulfilment.messaging.conformance;

import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Kafka as a process of its own, with a proxy before it for the services; tests go there directly. */
final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> TOPICS =
            Stream.of(Topic.values()).map(Topic::topicName).toList();

    private static final ConfigResource COMMANDS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topic.INVENTORY_COMMANDS.topicName());

    private static final String LIMIT = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

    private final Path directory;
    private final List<String> ports;
    private final BrokerProxy proxy;
    private ChildProcess process;

    private Broker(Path directory, List<String> ports, BrokerProxy proxy) {
        this.directory = directory;
        this.ports = ports;
        this.proxy = proxy;
        this.process = launch();
    }

    static Broker start() {
        try {
            int direct = FreePort.next();
            int behindProxy = FreePort.next();
            BrokerProxy proxy = BrokerProxy.start(FreePort.next(), behindProxy);
            var broker = new Broker(
                    Files.createTempDirectory("kafka-"),
                    Stream.of(direct, behindProxy, proxy.port(), FreePort.next())
                            .map(String::valueOf)
                            .toList(),
                    proxy);
            broker.createTopics(TOPICS, Topic.PARTITIONS);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildProcess launch() {
        return ChildProcess.start(
                "broker",
                BrokerMain.class,
                "-Xmx512m",
                Stream.concat(Stream.of(directory.toString()), ports.stream()).toList());
    }

    /** The way that tests go. */
    String direct() {
        return "127.0.0.1:" + ports.getFirst();
    }

    /** The way that services go. */
    String proxied() {
        return "127.0.0.1:" + proxy.port();
    }

    BrokerProxy proxy() {
        return proxy;
    }

    ChildProcess process() {
        return process;
    }

    /** After it was killed; returns when it serves. */
    void restart() {
        process = launch().awaitReady();
    }

    /** Undoes what a fault has left behind that didn't come to its end. */
    void heal() {
        proxy.open();
        if (process.isAlive()) {
            process.resume();
        } else {
            restart();
        }
    }

    void createTopics(List<String> names, int partitions) {
        process.awaitReady();
        try (Admin admin = admin()) {
            get(admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .all());
        }
    }

    void deleteTopics(List<String> names) {
        try (Admin admin = admin()) {
            get(admin.deleteTopics(names).all());
        }
    }

    boolean hasTopic(String name) {
        try (Admin admin = admin()) {
            return get(admin.listTopics().names()).contains(name);
        }
    }

    /** From when it returns on, larger records are refused on the topic of commands. */
    void limitRecords(DataSize most) {
        alterLimit(new AlterConfigOp(new ConfigEntry(LIMIT, Long.toString(most.toBytes())), OpType.SET), true);
    }

    void unlimitRecords() {
        alterLimit(new AlterConfigOp(new ConfigEntry(LIMIT, ""), OpType.DELETE), false);
    }

    private void alterLimit(AlterConfigOp change, boolean limited) {
        try (Admin admin = admin()) {
            get(admin.incrementalAlterConfigs(Map.of(COMMANDS, List.of(change))).all());
            await().atMost(PATIENCE).until(() -> isLimited(admin) == limited);
        }
    }

    private static boolean isLimited(Admin admin) {
        return get(admin.describeConfigs(List.of(COMMANDS)).all()).values().stream()
                .map(topic -> Objects.requireNonNull(topic.get(LIMIT)))
                .anyMatch(limit -> limit.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
    }

    /** A group that is new begins with the oldest record; those deleted from a topic may be back when the broker has crashed. */
    void renewTopics() {
        deleteTopics(TOPICS);
        createTopics(TOPICS, Topic.PARTITIONS);
    }

    Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", direct(), "default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis())));
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.plusSeconds(30).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker doesn't answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.kill();
        proxy.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
