package io.fulfilment.local;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.local.process.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus watches every service, beside {@code ./run} and in containers. */
class PrometheusTargetsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern TARGET = Pattern.compile("- targets: \\[\"(.+)\"]\n  labels: \\{application: (.+)}");

    @TempDir
    private Path local;

    @Test
    void namesTheServicesOfTheLocalSystem() throws IOException {
        assertThat(targets("targets.yml")).containsAllEntriesOf(services(service -> "127.0.0.1"));
    }

    @Test
    void namesTheServicesInContainers() throws IOException {
        assertThat(targets("targets-in-containers.yml")).containsAllEntriesOf(services(Function.identity()));
    }

    /** Where each service is watched, by its name. */
    private Map<String, String> services(Function<String, String> host) {
        var layout = new Layout(PROJECT, local);
        var parts = new Parts(
                new Options(false, false, Map.of(), 0, layout), new Jvm(layout), new Secrets(layout.secrets()));
        return Topology.of(parts).stream()
                .filter(component -> Options.SERVICES.contains(component.name()))
                .collect(toMap(
                        Component::name,
                        service -> host.apply(service.name()) + ":" + Collections.max(service.ports())));
    }

    private static Map<String, String> targets(String file) throws IOException {
        return TARGET.matcher(
                        Files.readString(PROJECT.resolve("deploy/prometheus").resolve(file)))
                .results()
                .collect(toMap(target -> target.group(2), target -> target.group(1)));
    }
}
