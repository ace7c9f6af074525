package io.fulfilment.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The system that {@code ./run} started: its commands, and the processes that it consists of. */
final class LocalSystem {

    static final List<String> SERVICES = List.of(
            "order-service",
            "payment-service",
            "inventory-service",
            "notification-service",
            "saga-orchestrator",
            "event-store");

    private final Path root;
    private final Path local;
    private final int portOffset;

    LocalSystem(Path root, Path local, int portOffset) {
        this.root = root;
        this.local = local;
        this.portOffset = portOffset;
    }

    /** Where a part listens that has this port in a system without an offset. */
    int port(int usual) {
        return usual + portOffset;
    }

    String token(String user) {
        return command("token", user);
    }

    /** @throws IllegalStateException if the command fails */
    String command(String... arguments) {
        var command = new ArrayList<>(List.of(root.resolve("run").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--local-dir", local.toString(), "--port-offset", Integer.toString(portOffset)));
        return execute(command);
    }

    /** @throws IllegalStateException if there is no such process */
    void signal(String signal, long pid) {
        execute(List.of("kill", "-" + signal, Long.toString(pid)));
    }

    /** Out of reach of the terminal's Ctrl-C: what was begun is brought to its end. */
    private String execute(List<String> program) {
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(program);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", program) + " failed; is the system running?");
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * The names that the running processes of a service have: its own, and this with a number.
     *
     * @throws IllegalStateException if there are less than these
     */
    List<String> replicas(String service, int least) {
        List<String> names = processes().keySet().stream()
                .filter(name -> name.equals(service) || name.matches(service + "-\\d+"))
                .toList();
        if (names.size() < least) {
            throw new IllegalStateException(
                    "only " + names + " run: start the system with ./run --replicas " + service + "=" + least);
        }
        return names;
    }

    /** The process of each name, of those that run. */
    SortedMap<String, Long> processes() {
        var processes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.list(local.resolve("run"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pid")).toList()) {
                String name = file.getFileName().toString().replace(".pid", "");
                pidIn(file).ifPresent(pid -> processes.put(name, pid));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return processes;
    }

    /** Nothing if the file goes while it is read: its process has ended. */
    private static Optional<Long> pidIn(Path file) throws IOException {
        try {
            return Optional.of(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }
}
