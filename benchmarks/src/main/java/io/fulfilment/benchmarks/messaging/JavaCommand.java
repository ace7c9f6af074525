package io.fulfilment.benchmarks.messaging;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How a Java process is started here: with the flags that {@code ./run} gives it. */
final class JavaCommand {

    private static final List<String> FLAGS = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");

    private JavaCommand() {}

    static List<String> of(Class<?> main, String... memory) {
        return Stream.of(FLAGS, List.of(memory), List.of("-cp", System.getProperty("java.class.path"), main.getName()))
                .flatMap(List::stream)
                .toList();
    }
}
