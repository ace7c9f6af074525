package io.fulfilment.system;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process that {@code ./run} becomes once everything is built. */
final class Supervisor {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Supervisor(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    static Supervisor launch(List<String> arguments) {
        Path target = RunningSystem.PROJECT.resolve("local-stack/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback-supervisor.xml",
                "-cp",
                jar(target) + ":" + target.resolve("lib") + "/*",
                "io.fulfilment.local.Run",
                RunningSystem.PROJECT.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A system that lives for a minute has no use for the optimising compiler, and is up sooner without
        // it.
        builder.environment().put("SERVICE_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        try {
            return new Supervisor(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitBanner() {
        await().atMost(PATIENCE).until(() -> said("Ready after") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("the system did not start:\n" + String.join("\n", said));
        }
    }

    /** Waits until it ends by itself. */
    int exitCode() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    void stop() {
        process.destroy();
        exitCode();
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    boolean said(String text) {
        return said.stream().anyMatch(line -> line.contains(text));
    }

    List<String> everythingSaid() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        return List.copyOf(said);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                said.add(line);
                System.out.println(line);
            });
        } catch (IOException | UncheckedIOException e) {
            said.add("(its output ended: " + e.getMessage() + ")");
        }
    }

    private static String jar(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("local-stack is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
