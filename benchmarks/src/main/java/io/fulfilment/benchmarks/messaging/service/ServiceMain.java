package io.fulfilment.benchmarks.messaging.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The service's process. It reads commands, one a line, and answers each with one; it ends with its input.
 *
 * <ul>
 *   <li>{@code fill PREFIX COUNT}: with neither relay nor consumer, append many messages per transaction
 *   <li>{@code relay} or {@code consumer}, with settings: make a service that has this one, answer {@code ready}, start it at
 *       {@code go}
 *   <li>{@code flow PREFIX COUNT}: as {@code fill}, while it runs
 *   <li>{@code append PREFIX COUNT RATE}: one message per transaction
 *   <li>{@code write FILE}: the {@link Committed}s of the last {@code append}
 *   <li>{@code handled COUNT}: wait for so many effects, answer with what was handled in which time
 *   <li>{@code stop}: stop what was started
 *   <li>{@code heap}: the most bytes of it that were ever in use
 * </ul>
 */
public final class ServiceMain {

    private final BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private List<Committed> committed = List.of();

    private ServiceMain() {}

    public static void main(String... arguments) throws Exception {
        new ServiceMain().run();
    }

    private void run() throws Exception {
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            String[] words = command.split(" ");
            switch (words[0]) {
                case "fill" -> fill(load(words));
                case "heap" -> answer("heap " + mostHeap());
                default -> serve(words[0], List.of(words).subList(1, words.length));
            }
        }
    }

    private static Load load(String[] words) {
        return new Load(words[1], Integer.parseInt(words[2]));
    }

    private void fill(Load load) {
        try (var context = start("none", List.of(), () -> {})) {
            context.getBean(Appender.class).fill(load);
        }
        answer("filled");
    }

    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private void serve(String part, List<String> settings) throws Exception {
        try (var context = start(part, settings, this::awaitGo)) {
            answer("started");
            for (String command = line(); !command.equals("stop"); command = line()) {
                follow(command.split(" "), context);
            }
        }
        answer("stopped");
    }

    private void follow(String[] words, ConfigurableApplicationContext context) throws Exception {
        switch (words[0]) {
            case "flow" -> {
                context.getBean(Appender.class).fill(load(words));
                answer("filled");
            }
            case "append" -> {
                committed = context.getBean(Appender.class).appendAtRate(load(words), Integer.parseInt(words[3]));
                answer("appended");
            }
            case "write" -> {
                Files.write(
                        Path.of(words[1]),
                        committed.stream().map(Committed::line).toList());
                answer("written");
            }
            case "handled" -> {
                Handled.Outcome outcome = context.getBean(Handled.class).await(Integer.parseInt(words[1]));
                answer("handled " + outcome.effects() + " " + outcome.nanos() + " "
                        + outcome.seen().inOrder() + " " + outcome.seen().repeated() + " "
                        + outcome.seen().misplaced());
            }
            default -> throw new IllegalArgumentException("unknown command " + words[0]);
        }
    }

    private static ConfigurableApplicationContext start(String part, List<String> settings, Runnable gate) {
        return new SpringApplicationBuilder(SmallService.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("benchmarkGate", Gate.class, () -> new Gate(gate)))
                .run(Stream.concat(
                                settings.stream(),
                                Stream.of(
                                        "--fulfilment.messaging.relay.enabled=" + part.equals("relay"),
                                        "--fulfilment.messaging.consumer.enabled=" + part.equals("consumer")))
                        .toArray(String[]::new));
    }

    private void awaitGo() {
        answer("ready");
        String command = line();
        if (!command.equals("go")) {
            throw new IllegalStateException("not go but " + command);
        }
    }

    private String line() {
        try {
            String line = commands.readLine();
            if (line == null) {
                throw new IllegalStateException("whoever gave the commands is gone");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(String answer) {
        System.out.println(answer);
        System.out.flush();
    }
}
