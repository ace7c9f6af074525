package io.fulfilment.local;

import io.fulfilment.local.process.Program;
import io.fulfilment.local.process.Program.StopSignal;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a Java program is started here: small, quiet, and recognisable.
 *
 * @param training whether services write their caches, and don't use them
 */
record Jvm(Layout layout, boolean training) {

    Jvm(Layout layout) {
        this(layout, false);
    }

    /** What the mark of every Java process of this system begins with. */
    String markPrefix() {
        return "-Dfulfilment.process=" + layout.local() + "/";
    }

    /** A main class of this module. */
    Program main(String name, Class<?> main, String... flags) {
        return program(
                name,
                List.of(flags),
                List.of(
                        "-Dlogback.configurationFile=logback-json.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
    }

    /** A packaged service. */
    Program service(String service, String name) {
        try {
            return program(
                    name,
                    Stream.concat(Stream.of("-Xms64m", "-Xmx256m"), furtherOptions())
                            .toList(),
                    what(cache(service)));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage() + "; run ./mvnw -DskipTests package", e);
        }
    }

    private List<String> what(AotCache cache) {
        if (training) {
            return cache.train();
        }
        return cache.isWritten() ? cache.use() : List.of("-jar", cache.jar().toString());
    }

    /** Makes what a service needs before it can be started. */
    void prepare(String service) throws IOException, InterruptedException, StartFailed {
        if (training) {
            cache(service).prepare(java());
        }
    }

    AotCache cache(String service) throws IOException {
        return AotCache.of(layout.built(service, "-exec.jar"));
    }

    /** Given last, so that they override those from here. */
    private static Stream<String> furtherOptions() {
        return Stream.of(
                        System.getenv().getOrDefault("SERVICE_JAVA_OPTIONS", "").split(" "))
                .filter(option -> !option.isBlank());
    }

    private Program program(String name, List<String> memory, List<String> what) {
        String mark = markPrefix() + name;
        List<String> flags = List.of(
                java().toString(),
                mark,
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + layout.local().resolve("logs").resolve(name + "-crash-%p.txt"),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED");
        List<String> command =
                Stream.of(flags, memory, what).flatMap(List::stream).toList();
        return new Program(command, mark, StopSignal.TERM);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
