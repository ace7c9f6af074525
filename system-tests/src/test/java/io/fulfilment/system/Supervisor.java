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
import java.util.stream.Stream;

/** The process that {@code ./run} becomes once everything is built. */
final class Supervisor {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Duration patience;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread listener;

    /** What is left of it when this JVM goes down, because the tests are aborted for instance, is stopped. */
    Supervisor(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop));
        listener = Thread.ofVirtual().start(this::listen);
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
            return new Supervisor(builder.start(), PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it if the banner doesn't come. */
    void awaitBanner() {
        try {
            await().atMost(patience).until(() -> said("Ready after") || !process.isAlive());
        } catch (RuntimeException e) {
            stop();
            throw new IllegalStateException("the system is not ready in time:\n" + String.join("\n", said), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("the system did not start:\n" + String.join("\n", everythingSaid()));
        }
    }

    /** Waits until it ends by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return process.exitValue();
    }

    /** Asks it to stop, as Ctrl-C does, and returns when it has. */
    void stop() {
        askToStop();
        exitCode();
    }

    /** Through its handle, since {@link Process#destroy()} also closes the streams that its last words come by. */
    void askToStop() {
        process.toHandle().destroy();
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    void awaitWords(String text) {
        await().atMost(patience).until(() -> said(text));
    }

    boolean said(String text) {
        return said.stream().anyMatch(line -> line.contains(text));
    }

    /** Once it has ended. */
    List<String> everythingSaid() {
        exitCode();
        try {
            if (!listener.join(Duration.ofSeconds(10))) {
                throw new IllegalStateException("somebody holds the output of process " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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
}
