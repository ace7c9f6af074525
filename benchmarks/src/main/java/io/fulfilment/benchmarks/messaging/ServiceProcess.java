package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.ServiceMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The service under test, and the driver's side of what is said to it. */
final class ServiceProcess implements AutoCloseable {

    private static final String END = "";

    private final OwnProcess process;
    private final SortedMap<String, Long> others;
    private final Writer commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ServiceProcess(OwnProcess process, SortedMap<String, Long> others) {
        this.process = process;
        this.others = others;
        this.commands = process.process().outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().name("service-answers").daemon().start(this::read);
    }

    static ServiceProcess start(
            Map<String, String> environment, Path log, SortedMap<String, Long> others, String... memory) {
        List<String> command = JavaCommand.of(ServiceMain.class, memory);
        return new ServiceProcess(OwnProcess.start("service", command, environment, Redirect.PIPE, log), others);
    }

    private void read() {
        try (BufferedReader reader = process.process().inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answers.add(line);
            }
        } catch (IOException ended) {
            answers.add(END);
        }
        answers.add(END);
    }

    /** Tells it to do something, and waits until it has. */
    String ask(Duration patience, String expected, Object... command) {
        tell(command);
        return await(patience, expected);
    }

    void tell(Object... command) {
        try {
            var line = new StringBuilder();
            for (Object word : command) {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            commands.write(line + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the service takes no commands\n" + process.endOfLog(), e);
        }
    }

    /** @throws IllegalStateException if it says something else, or nothing in time */
    String await(Duration patience, String expected) {
        try {
            @Nullable String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null || !answer.startsWith(expected)) {
                String said = answer == null ? "nothing in time" : answer.equals(END) ? "its last" : "'" + answer + "'";
                throw new IllegalStateException(
                        "the service said " + said + " instead of '" + expected + "'\n" + process.endOfLog());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What it, PostgreSQL and Kafka have used so far. */
    Cost costSoFar() {
        var all = new TreeMap<>(others);
        all.put("service", process.pid());
        process.requireAlive();
        return Cost.soFar(all);
    }

    /** It ends with its input; what it is in the midst of is cut short. */
    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException ended) {
            answers.add(END);
        } finally {
            process.stop("TERM");
        }
    }
}
