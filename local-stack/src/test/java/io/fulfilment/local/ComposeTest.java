package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.local.process.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The system in containers is the one of {@code ./run}. */
class ComposeTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern PASSWORD = Pattern.compile("\\$\\{([a-z_]+_password)}");

    private final Map<String, Map<String, Object>> services = services();

    @TempDir
    private Path local;

    @Test
    void publishesThePortsOfTheLocalSystemOnLoopbackAlone() {
        assertThat(published(Set.of())).isEqualTo(portsOfTheLocalSystem());
    }

    @Test
    void publishesWhatWatchesItWhereEverybodyLooksForIt() {
        assertThat(published(Set.of("observability")))
                .isEqualTo(Map.of(
                        "prometheus",
                        Set.of(9090),
                        "grafana",
                        Set.of(3000),
                        "zipkin",
                        Set.of(Topology.ZIPKIN),
                        "trace-collector",
                        Set.of(Topology.TRACE_COLLECTOR)));
    }

    @Test
    void nothingRunsWithMoreRightsThanItNeeds() {
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
        });
    }

    @Test
    void whatIsMountedIsThere() {
        assertThat(services.values())
                .flatExtracting(service -> strings(service, "volumes"))
                .filteredOn(volume -> volume.startsWith("./"))
                .isNotEmpty()
                .allSatisfy(volume ->
                        assertThat(PROJECT.resolve(volume.split(":")[0])).exists());
    }

    @Test
    void theDatabaseIsToldThePasswordOfEachRole() throws IOException {
        var wanted = PASSWORD.matcher(Files.readString(PROJECT.resolve("deploy/postgres/roles.sql")))
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(wanted).hasSize(12);
        assertThat(environment("postgres").keySet()).containsAll(wanted);
    }

    @Test
    void eachServiceHasThePasswordsThatTheDatabaseWasTold() {
        for (String service : Options.SERVICES) {
            String role = service.toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(environment(service))
                    .containsEntry("DATABASE_PASSWORD", environment("postgres").get(role + "_PASSWORD"))
                    .containsEntry(
                            "DATABASE_MIGRATION_PASSWORD",
                            environment("postgres").get(role + "_OWNER_PASSWORD"));
        }
    }

    /** But for the controller's, which nobody outside has a use for. */
    private Map<String, Set<Integer>> portsOfTheLocalSystem() {
        var layout = new Layout(PROJECT, local);
        var parts = new Parts(
                new Options(false, false, Map.of(), 0, layout), new Jvm(layout), new Secrets(layout.secrets()));
        return Topology.of(parts).stream()
                .collect(Collectors.toMap(
                        Component::name,
                        component -> component.ports().stream()
                                .filter(port -> port != Topology.KAFKA_CONTROLLER)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, _) -> one,
                        TreeMap::new));
    }

    /** The ports that services of just these profiles have on this machine. */
    private Map<String, Set<Integer>> published(Set<String> profiles) {
        Map<String, Set<Integer>> published = new TreeMap<>();
        services.forEach((name, service) -> {
            if (Set.copyOf(strings(service, "profiles")).equals(profiles)) {
                strings(service, "ports").forEach(port -> {
                    String[] parts = port.split(":");
                    assertThat(parts[0]).isEqualTo("127.0.0.1");
                    published.computeIfAbsent(name, _ -> new TreeSet<>()).add(Integer.parseInt(parts[1]));
                });
            }
        });
        return published;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> service, String key) {
        return (List<String>) service.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) Objects.requireNonNull(
                Objects.requireNonNull(services.get(service)).get("environment"));
    }

    private static Map<String, Map<String, Object>> services() {
        try (var file = Files.newBufferedReader(PROJECT.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            return Objects.requireNonNull(compose.get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
