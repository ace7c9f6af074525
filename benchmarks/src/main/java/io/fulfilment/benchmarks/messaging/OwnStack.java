package io.fulfilment.benchmarks.messaging;

import io.fulfilment.local.kafka.KafkaProcess;
import io.fulfilment.local.kafka.Topics;
import io.fulfilment.local.postgres.PostgresProcess;
import io.fulfilment.local.process.Ports;
import io.fulfilment.local.process.Readiness;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** PostgreSQL and Kafka as {@code ./run} starts them, for this run only: in a folder that goes with it, on free ports. */
final class OwnStack implements AutoCloseable {

    static final String ROLE = "inventory_service";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final Path ROLES = Path.of("deploy/postgres/roles.sql");

    private final Path folder;
    private final String password = UUID.randomUUID().toString();
    private final int postgresPort = Ports.anyFree();
    private final int kafkaPort = Ports.anyFree();
    private final SortedMap<String, Long> pids = new TreeMap<>();
    private final Deque<Runnable> stops = new ArrayDeque<>();

    private OwnStack(Path folder) {
        this.folder = folder;
    }

    /** @param target where folders go that a build may delete: the database shall be on a disk, not in memory */
    static OwnStack start(Path target) throws IOException, InterruptedException, StartFailed {
        var stack = new OwnStack(Files.createTempDirectory(target, "messaging-").toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-stop"));
        stack.startPostgres(target.toAbsolutePath().resolve("postgresql"));
        stack.startKafka();
        return stack;
    }

    private void startPostgres(Path binaries) throws IOException, InterruptedException, StartFailed {
        Path superuserPassword = Files.writeString(folder.resolve("superuser"), password);
        var postgres = new PostgresProcess(binaries, folder, folder.resolve("postgres.log"), postgresPort);
        Readiness readiness = postgres.readiness(ROLES, role -> password, superuserPassword);
        readiness.prepare();
        start("postgres", postgres.program().command(), Map.of(), "INT", readiness);
    }

    private void startKafka() throws InterruptedException, StartFailed {
        var environment = Map.of(
                "KAFKA_PORT", Integer.toString(kafkaPort),
                "KAFKA_CONTROLLER_PORT", Integer.toString(Ports.anyFree()),
                "KAFKA_DIRECTORY", folder.resolve("kafka").toString());
        start(
                "kafka",
                JavaCommand.of(KafkaProcess.class, "-Xms96m", "-Xmx512m"),
                environment,
                "TERM",
                Readiness.accepting(kafkaPort, () -> Topics.create(bootstrapServers())));
    }

    private void start(
            String name, List<String> command, Map<String, String> environment, String stopSignal, Readiness readiness)
            throws InterruptedException, StartFailed {
        OwnProcess started =
                OwnProcess.start(name, command, environment, Redirect.DISCARD, folder.resolve(name + ".err"));
        keep(() -> started.stop(stopSignal));
        pids.put(name, started.pid());
        await(started, readiness);
    }

    private static void await(OwnProcess process, Readiness readiness) throws InterruptedException, StartFailed {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                readiness.check();
                return;
            } catch (InterruptedException | StartFailed e) {
                throw e;
            } catch (Exception notYet) {
                process.requireAlive();
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("not ready in time\n" + process.endOfLog(), notYet);
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
    }

    /** With as much memory as {@code ./run} gives one. */
    ServiceProcess startService() {
        return startService("-Xms64m", "-Xmx256m");
    }

    ServiceProcess startService(String... memory) {
        Map<String, String> environment = Map.of(
                "DATABASE_URL",
                databaseUrl(),
                "DATABASE_USERNAME",
                ROLE,
                "DATABASE_PASSWORD",
                password,
                "DATABASE_MIGRATION_USERNAME",
                ROLE + "_owner",
                "DATABASE_MIGRATION_PASSWORD",
                password,
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers(),
                "MALLOC_ARENA_MAX",
                "2");
        var service = ServiceProcess.start(environment, folder.resolve("service.err"), pids, memory);
        keep(service::close);
        return service;
    }

    SortedMap<String, Long> pids() {
        return new TreeMap<>(pids);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/fulfilment";
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(databaseUrl(), role, password);
    }

    /** So that what was written before isn't written out while something else is measured. */
    void checkpoint() throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    private synchronized void keep(Runnable stop) {
        stops.push(stop);
    }

    /** The last started first. May be called again. */
    @Override
    public synchronized void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
        delete();
    }

    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
