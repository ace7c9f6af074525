package io.fulfilment.messaging.conformance;

import static java.util.stream.Collectors.toMap;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.util.FileSystemUtils;

/** Kafka as a process of its own, with a proxy before it for the services; tests go there directly. */
final class Broker implements AutoCloseable {

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
            broker.createTopics(
                    Arrays.stream(Topic.values()).map(Topic::topicName).toList(), Topic.PARTITIONS);
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

    /** Those of other runs: a group that is new begins with the oldest. */
    void deleteRecords() {
        try (Admin admin = admin()) {
            var topics = get(admin.describeTopics(
                            Stream.of(Topic.values()).map(Topic::topicName).toList())
                    .allTopicNames());
            get(admin.deleteRecords(topics.values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(toMap(partition -> partition, partition -> RecordsToDelete.beforeOffset(-1))))
                    .all());
        }
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", direct()));
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(1, TimeUnit.MINUTES);
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
