package io.fulfilment.messaging.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A JVM of its own, with the classes of the tests. It is told what to do on its standard input, where every line has a
 * number that its answer begins with; it ends when that input does, so it can't outlive the tests. It logs to {@code
 * target/conformance}.
 */
final class ChildProcess {

    /** The number of what a process says when it has started. */
    private static final String READY = "ready";

    /** A service starts within it on a machine that has a lot else to do. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path LOGS = Path.of("target", "conformance");

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dstdout.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"));

    private final String name;
    private final Process process;
    private final Writer commands;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        answers.put(READY, new CompletableFuture<>());
        Thread.ofVirtual().start(this::read);
    }

    /** @param name of its log, to which it appends */
    static ChildProcess start(String name, Class<?> main, String memory, List<String> arguments) {
        try {
            Files.createDirectories(LOGS);
            List<String> command = new ArrayList<>(JAVA);
            command.add(1, memory);
            command.add(main.getName());
            command.addAll(arguments);
            return new ChildProcess(
                    name,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(
                                    LOGS.resolve(name + ".log").toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] answer = line.split(" ", 2);
                answered(answer[0]).complete(answer[1]);
            }
        } catch (IOException e) {
            ended();
        }
        ended();
    }

    private CompletableFuture<String> answered(String number) {
        return answers.computeIfAbsent(number, unknown -> new CompletableFuture<>());
    }

    private void ended() {
        var ended = new IllegalStateException(name + " has ended; see " + LOGS.resolve(name + ".log"));
        answers.values().forEach(answer -> answer.completeExceptionally(ended));
    }

    /** Returns when it has started, at the latest after {@link #PATIENCE}. */
    ChildProcess awaitReady() {
        join(answered(READY));
        return this;
    }

    boolean isReady() {
        return process.isAlive() && answered(READY).isDone();
    }

    /** Waits no longer than {@link #PATIENCE}. */
    static <T> T join(CompletableFuture<T> future) {
        return future.copy().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Has it do something as soon as it has started, if it ever does. */
    void whenReady(String command) {
        answered(READY).thenRun(() -> ask(command));
    }

    /** Has it do something; completed with what it says then, or exceptionally if it can't or ends before. */
    CompletableFuture<String> ask(String command) {
        awaitReady();
        String number = Integer.toString(numbers.incrementAndGet());
        CompletableFuture<String> answer = answered(number);
        try {
            synchronized (commands) {
                commands.write(number + " " + command + "\n");
                commands.flush();
            }
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        if (!process.isAlive()) {
            ended();
        }
        return answer.thenApply(ChildProcess::unlessFailed);
    }

    private static String unlessFailed(String answer) {
        if (answer.startsWith("failed")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** What it ended with; waits no longer than {@link #PATIENCE} for that. */
    int awaitEnd() {
        return join(process.onExit()).exitValue();
    }

    /** It stands still, as if its machine did, until {@link #resume()}. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        run(List.of("kill", "-" + signal, Long.toString(process.pid())));
    }

    /** Whether the system says that it stands still. */
    boolean isPaused() {
        return run(List.of("ps", "-o", "state=", "-p", Long.toString(process.pid())))
                .startsWith("T");
    }

    private static String run(List<String> command) {
        try {
            Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!tool.waitFor(Duration.ofSeconds(30)) || tool.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
