package io.fulfilment.local;

import io.fulfilment.local.process.Program;
import io.fulfilment.local.process.Program.StopSignal;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a Java program is started here: small, quiet, and recognisable.
 *
 * @param further for services
 * @param inTraining the cache that a service is to write, instead of using the one that it has
 */
record Jvm(Layout layout, FurtherOptions further, Map<String, AotCache> inTraining) {

    Jvm(Layout layout) {
        this(layout, FurtherOptions.ofEnvironment(), Map.of());
    }

    /** The same for services in training. What is built meanwhile is none of theirs. */
    Jvm training(Collection<String> services) throws IOException {
        var caches = new LinkedHashMap<String, AotCache>();
        for (String service : services) {
            caches.put(service, cache(service));
        }
        return new Jvm(layout, further, caches);
    }

    /** What the mark of every Java process of this system begins with. */
    String markPrefix() {
        return "-Dfulfilment.process=" + layout.local() + "/";
    }

    /** A main class of this module. */
    Program main(String name, Class<?> main, String... flags) {
        List<String> command = command(
                name,
                List.of(flags),
                List.of(
                        "-Dlogback.configurationFile=logback-json.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        return new Program(command, mark(name), StopSignal.TERM);
    }

    /** A program of somebody else. */
    Program jar(String name, Path jar, String... flags) {
        return new Program(command(name, List.of(flags), List.of("-jar", jar.toString())), mark(name), StopSignal.TERM);
    }

    /** A packaged service, as it is built, and trained, when it is launched. */
    Program service(String service, String name) {
        return new Program(
                () -> command(name, List.of("-Xms64m", "-Xmx256m"), what(service)), mark(name), StopSignal.TERM);
    }

    private List<String> what(String service) throws IOException {
        AotCache written = inTraining.get(service);
        if (written != null) {
            return what(written.train(), written.program());
        }
        AotCache cache = cache(service);
        return cache.isWritten() && !further.areAboutCaches()
                ? what(cache.use(), cache.program())
                : what(List.of(), cache.jar());
    }

    /** The user's options come last, so that they override those from here. */
    private List<String> what(List<String> flags, Path jar) {
        return Stream.of(flags, further.list(), List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }

    /** Makes what a service needs before it can be started. */
    void prepare(String service) throws IOException, InterruptedException, StartFailed {
        AotCache cache = inTraining.get(service);
        if (cache != null) {
            cache.prepare(java());
        }
    }

    private AotCache cache(String service) throws IOException {
        try {
            return AotCache.of(layout.built(service, "-exec.jar"), further);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; run ./mvnw -DskipTests package", e);
        }
    }

    private List<String> command(String name, List<String> memory, List<String> what) {
        List<String> flags = List.of(
                java().toString(),
                mark(name),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + layout.local().resolve("logs").resolve(name + "-crash-%p.txt"),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED");
        return Stream.of(flags, memory, what).flatMap(List::stream).toList();
    }

    private String mark(String name) {
        return markPrefix() + name;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
