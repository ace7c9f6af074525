package io.fulfilment.system;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole system on ports of its own, with its data below {@code target}. */
final class RunningSystem implements AutoCloseable {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** More than the script's own, which is there for a start. */
    private static final Duration SCRIPT_PATIENCE = Duration.ofMinutes(4);

    private static final Map<String, Integer> PORTS = Map.ofEntries(
            entry("operations-console", 8080),
            entry("order-service", 8081),
            entry("payment-service", 8082),
            entry("inventory-service", 8083),
            entry("notification-service", 8084),
            entry("saga-orchestrator", 8085),
            entry("event-store", 8086),
            entry("identity-provider", 8090),
            entry("card-gateway", 8091),
            entry("mail-inbox", 8092),
            entry("zipkin", 9411),
            entry("kafka", 19092));

    private final Path local = Path.of("target/local").toAbsolutePath();
    private final int portOffset = FreePorts.offset();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private Supervisor supervisor;

    private RunningSystem() {
        supervisor = Supervisor.launch(arguments("--traces", "--fresh"));
    }

    static RunningSystem startFresh() {
        var system = new RunningSystem();
        system.supervisor.awaitBanner();
        return system;
    }

    /** Starts again with the data that is there. */
    void start() {
        supervisor = Supervisor.launch(arguments("--traces"));
        supervisor.awaitBanner();
    }

    Supervisor supervisor() {
        return supervisor;
    }

    /** What a second start of this very system would be given. */
    List<String> arguments(String... more) {
        return Stream.concat(
                        Stream.of("--local-dir", local.toString(), "--port-offset", Integer.toString(portOffset)),
                        Stream.of(more))
                .toList();
    }

    Path local() {
        return local;
    }

    int portOffset() {
        return portOffset;
    }

    String kafka() {
        return "127.0.0.1:" + port("kafka");
    }

    URI uri(String service, String path) {
        return URI.create("http://127.0.0.1:" + port(service) + path);
    }

    /** A client that shows a user's token. */
    Client as(String user) {
        return new Client(this, tokens.computeIfAbsent(user, name -> script("token", name)));
    }

    Client anonymously() {
        return new Client(this, null);
    }

    /** Sees the process die: a test must not pass because its fault never came. */
    void kill(String component) {
        ProcessHandle victim = process(component);
        script("kill", component);
        if (victim.isAlive()) {
            throw new IllegalStateException(component + " lives on though it was killed");
        }
    }

    void start(String component) {
        script("start", component);
        process(component);
    }

    private ProcessHandle process(String component) {
        return Optional.ofNullable(processes().get(component))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new IllegalStateException(component + " does not run"));
    }

    /** Numbers of the processes that the pid files name. */
    Map<String, Long> processes() {
        try (Stream<Path> files = Files.list(local.resolve("run"))) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".pid", ""), RunningSystem::number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process of the system: those that the pid files name and their children, such as a database's. */
    List<ProcessHandle> family() {
        return processes().values().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }

    /** Processes that name a folder in their command line, as all do that a supervisor starts for it. */
    static List<ProcessHandle> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    String whatTheLogsSay() {
        return LogTails.of(local.resolve("logs"));
    }

    @Override
    public void close() {
        supervisor.stop();
    }

    private int port(String component) {
        @Nullable Integer port = PORTS.get(component);
        if (port == null) {
            throw new IllegalArgumentException(component);
        }
        return port + portOffset;
    }

    /** Calls the script as a user does, and returns what it prints. */
    private String script(String... command) {
        List<String> line = Stream.concat(
                        Stream.of("bash", PROJECT.resolve("run").toString()), arguments(command).stream())
                .toList();
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            // What it prints fits into the pipe, so that it can end before anybody reads.
            if (!process.waitFor(SCRIPT_PATIENCE)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " does not end");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output.strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Path pidFile) {
        try {
            return Long.parseLong(Files.readString(pidFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
