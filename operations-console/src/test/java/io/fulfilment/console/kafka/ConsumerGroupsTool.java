package io.fulfilment.console.kafka;

import static java.util.stream.Collectors.toMap;

import io.fulfilment.testing.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code kafka-consumer-groups.sh} says: the same program, in a process of its own. */
final class ConsumerGroupsTool {

    private static final int TOPIC = 1;
    private static final int PARTITION = 2;
    private static final int LAG = 5;

    private ConsumerGroupsTool() {}

    /** The lag of each partition of the topic. */
    static Map<Integer, Long> lagOf(TestGroup group) {
        return describe(group.name())
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > LAG && columns[TOPIC].equals(group.topic()))
                .collect(toMap(columns -> Integer.valueOf(columns[PARTITION]), columns -> Long.valueOf(columns[LAG])));
    }

    private static String describe(String group) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                "--bootstrap-server",
                Infrastructure.shared().kafkaBootstrapServers(),
                "--describe",
                "--group",
                group);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
