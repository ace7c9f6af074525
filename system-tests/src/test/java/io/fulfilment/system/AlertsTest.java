package io.fulfilment.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts, their tests and their runbooks fit each other. */
class AlertsTest {

    private static final Path RUNBOOKS = RunningSystem.PROJECT.resolve("docs/runbooks");
    private static final Pattern ALERT =
            Pattern.compile("- alert: (\\w+)\\n(?:(?! +- alert:).*\\n)*? +labels: \\{severity: (\\w+)}\\n"
                    + "(?:(?! +- alert:).*\\n)*? +runbook_url: docs/runbooks/(\\S+)\\.md\\n");

    private record Alert(String name, String severity, String runbook) {}

    @Test
    void everyAlertHasASeverityAndARunbook() {
        assertThat(alerts()).hasSizeGreaterThan(15);
        assertThat(read(Prometheus.SHIPPED.resolve("rules/alerts.yml")).split("- alert: "))
                .hasSize(alerts().size() + 1);
        assertThat(alerts()).extracting(Alert::severity).containsOnly("critical", "warning");
    }

    @Test
    void everyRunbookIsThatOfAnAlert() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            Map<String, String> titles = files.filter(file -> !file.endsWith("README.md"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replace(".md", ""),
                            file -> read(file).lines().findFirst().orElse("").replaceFirst("^# ", "")));
            assertThat(titles).isEqualTo(alerts().stream().collect(toMap(Alert::runbook, Alert::name)));
        }
    }

    @ParameterizedTest
    @CsvSource({"runbooks/README.md, ''", "operations.md, runbooks/"})
    void everyAlertIsListedAsSevereAsItIs(String page, String folder) {
        String list = read(RUNBOOKS.resolveSibling(page));
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(list)
                        .contains("| [%s](%s%s.md) | %s |"
                                .formatted(alert.name(), folder, alert.runbook(), alert.severity())));
    }

    @Test
    void prometheusTakesItsConfiguration() throws Exception {
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void alertsFireWhenTheyShouldAndNotBefore() throws Exception {
        promtool(Stream.concat(Stream.of("test", "rules"), tests().map(Path::toString))
                .toArray(String[]::new));
    }

    @Test
    void everyAlertIsSeenToFireAndToKeepQuiet() throws IOException {
        String tests = String.join("\n", tests().map(AlertsTest::read).toList());
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(tests)
                        .contains(
                                "alertname: " + alert.name() + "}",
                                "alertname: " + alert.name() + "\n        exp_alerts:"));
    }

    private static List<Alert> alerts() {
        return ALERT.matcher(read(Prometheus.SHIPPED.resolve("rules/alerts.yml")))
                .results()
                .map(found -> new Alert(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    private static Stream<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(Prometheus.SHIPPED.resolve("tests"))) {
            return files.sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        Prometheus.assumeInstalled();
        Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .directory(Prometheus.SHIPPED.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
