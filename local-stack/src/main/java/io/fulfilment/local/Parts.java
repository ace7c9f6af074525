package io.fulfilment.local;

import io.fulfilment.local.kafka.KafkaProcess;
import io.fulfilment.local.kafka.Topics;
import io.fulfilment.local.postgres.PostgresProcess;
import io.fulfilment.local.process.Component;
import io.fulfilment.local.process.Component.Stage;
import io.fulfilment.local.process.Ports;
import io.fulfilment.local.process.Readiness;
import io.fulfilment.local.traces.TraceCollector;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the components that {@link Topology} lists. */
final class Parts {

    static final String LOOPBACK = "127.0.0.1";

    private final Options options;
    private final Layout layout;
    private final Jvm jvm;
    private final Secrets secrets;

    Parts(Options options, Jvm jvm, Secrets secrets) {
        this.options = options;
        this.layout = options.layout();
        this.jvm = jvm;
        this.secrets = secrets;
    }

    /** The port with the offset that the user asked for. */
    int port(int port) {
        return port + options.portOffset();
    }

    String url(int port) {
        return "http://" + LOOPBACK + ":" + port(port);
    }

    /** How to call the script so that it reaches this system. */
    String runCommand() {
        String standard = options.layout().project().resolve(".local").toString();
        String where = layout.local().toString().equals(standard) ? "" : " --local-dir " + layout.local();
        String offset = options.portOffset() == 0 ? "" : " --port-offset " + options.portOffset();
        return "./run" + where + offset;
    }

    boolean isTraced() {
        return options.traces();
    }

    Path catalogue() {
        return layout.catalogue();
    }

    Component postgres(int port) {
        var process = new PostgresProcess(
                layout.cache().resolve("postgresql"),
                layout.data(),
                layout.directory().log("postgres"),
                port(port));
        return new Component(
                "postgres",
                Stage.INFRASTRUCTURE,
                List.of(port(port)),
                process.program(),
                Map.of(),
                process.readiness(layout.rolesScript(), secrets::get, secrets.file("postgres")));
    }

    Component kafka(int port, int controllerPort) {
        return new Component(
                        "kafka",
                        Stage.INFRASTRUCTURE,
                        List.of(port(port), port(controllerPort)),
                        jvm.main("kafka", KafkaProcess.class, "-Xms96m", "-Xmx512m"),
                        Map.of(),
                        Readiness.accepting(port(port), () -> Topics.create(LOOPBACK + ":" + port(port))))
                .with("KAFKA_PORT", port(port))
                .with("KAFKA_CONTROLLER_PORT", port(controllerPort))
                .with("KAFKA_DIRECTORY", layout.data().resolve("kafka"));
    }

    /** What shows traces, if the user wants to see them. */
    Stream<Component> traces(int zipkinPort, int collectorPort) {
        return options.traces() ? Stream.of(zipkin(zipkinPort), collector(zipkinPort, collectorPort)) : Stream.of();
    }

    private Component zipkin(int port) {
        return new Component(
                        "zipkin",
                        Stage.STAND_IN,
                        List.of(port(port)),
                        jvm.jar("zipkin", layout.zipkin(), "-Xms32m", "-Xmx384m"),
                        Map.of(),
                        Readiness.answering(URI.create(url(port) + "/health")))
                .with(
                        "SPRING_APPLICATION_JSON",
                        "{\"armeria\":{\"ports\":[{\"ip\":\"%s\",\"port\":%d,\"protocols\":[\"http\"]}]}}"
                                .formatted(LOOPBACK, port(port)))
                .with("MEM_MAX_SPANS", 100_000);
    }

    private Component collector(int zipkinPort, int port) {
        return standIn("trace-collector", TraceCollector.class, port, "/ready").with("ZIPKIN_URL", url(zipkinPort));
    }

    /** The same with somewhere to send its spans, if the user wants to see them: those of all requests, unless told otherwise. */
    Component traced(Component component) {
        return options.traces()
                ? component
                        .with("OTLP_ENDPOINT", url(Topology.TRACE_COLLECTOR) + "/v1/traces")
                        .with("TRACING_SAMPLING", System.getenv().getOrDefault("TRACING_SAMPLING", "1"))
                : component;
    }

    Component standIn(String name, Class<?> main, int port, String readyPath) {
        return new Component(
                        name,
                        Stage.STAND_IN,
                        List.of(port(port)),
                        jvm.main(name, main, "-Xms16m", "-Xmx192m"),
                        Map.of(),
                        Readiness.answering(URI.create(url(port) + readyPath)))
                .with("SERVER_PORT", port(port))
                .with("BIND_ADDRESS", LOOPBACK)
                .with("DATA_DIRECTORY", layout.data().resolve(name));
    }

    Component service(String name, int port) {
        return service(name, name, port(port), port(port) + Topology.MANAGEMENT_DISTANCE);
    }

    /** As a service, but without a database. */
    Component console(String name, int port) {
        return program(name, name, port(port), port(port) + Topology.MANAGEMENT_DISTANCE);
    }

    /** A component, and as many more processes of it as the user asked for, each on free ports. */
    Stream<Component> withReplicas(Component component) {
        int processes = options.replicas().getOrDefault(component.name(), 1);
        return Stream.concat(
                Stream.of(component),
                IntStream.rangeClosed(2, processes)
                        .mapToObj(number -> service(
                                component.name(), component.name() + "-" + number, Ports.anyFree(), Ports.anyFree()))
                        .map(replica -> replica.withMissing(component.environment())));
    }

    private Component service(String service, String name, int port, int managementPort) {
        String role = service.replace('-', '_');
        return program(service, name, port, managementPort)
                .with("DATABASE_URL", "jdbc:postgresql://" + LOOPBACK + ":" + port(Topology.POSTGRES) + "/fulfilment")
                .with("DATABASE_USERNAME", role)
                .with("DATABASE_PASSWORD", secrets.get(role))
                .with("DATABASE_MIGRATION_USERNAME", role + "_owner")
                .with("DATABASE_MIGRATION_PASSWORD", secrets.get(role + "_owner"));
    }

    private Component program(String program, String name, int port, int managementPort) {
        return new Component(
                        name,
                        Stage.SERVICE,
                        List.of(port, managementPort),
                        jvm.service(program, name),
                        Map.of(),
                        Readiness.answering(URI.create(
                                        "http://" + LOOPBACK + ":" + managementPort + "/actuator/health/readiness"))
                                .after(() -> jvm.prepare(program)))
                .with("SERVER_PORT", port)
                .with("MANAGEMENT_PORT", managementPort)
                .with("BIND_ADDRESS", LOOPBACK)
                .with("KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + port(Topology.KAFKA))
                // glibc keeps an arena of memory for every few threads; two do.
                .with("MALLOC_ARENA_MAX", 2)
                .with("OIDC_ISSUER", url(Topology.IDENTITY_PROVIDER));
    }
}
