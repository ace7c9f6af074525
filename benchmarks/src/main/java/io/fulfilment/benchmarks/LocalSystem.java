package io.fulfilment.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    LocalSystem(Path root) {
        this.root = root;
    }

    String token(String user) {
        return command("token", user);
    }

    /** @throws IllegalStateException if the command fails */
    String command(String... arguments) {
        var command = new java.util.ArrayList<>(List.of(root.resolve("run").toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed; is the system running?");
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The process of each name. */
    SortedMap<String, Long> processes() {
        var processes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.list(root.resolve(".local/run"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pid")).toList()) {
                String name = file.getFileName().toString().replace(".pid", "");
                processes.put(name, Long.parseLong(Files.readString(file).strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return processes;
    }
}
