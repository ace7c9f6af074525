package io.fulfilment.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the configuration that is shipped, for a system on other ports, and in more of a hurry. */
final class Prometheus implements AutoCloseable {

    static final Path SHIPPED = RunningSystem.PROJECT.resolve("deploy/prometheus");

    private static final Pattern INTERVAL =
            Pattern.compile("(scrape_interval|scrape_timeout|evaluation_interval): \\w+");
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final Process process;

    private Prometheus(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    }

    /** Skips the test where Prometheus isn't installed. */
    static void assumeInstalled() {
        assumeTrue(
                Stream.of("prometheus", "promtool").allMatch(Prometheus::isOnPath),
                "no prometheus and promtool on the PATH: install Prometheus (apt-get install prometheus)");
    }

    static Prometheus watching(RunningSystem system) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "prometheus");
            copy(folder, system.portOffset());
            int port = freePort();
            Process process = start(folder, port);
            var prometheus = new Prometheus(folder, port, process);
            prometheus.awaitReady();
            return prometheus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values that an expression has now, those that are no numbers left out. */
    List<Double> query(String expression) {
        return ask("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result")
                .valueStream()
                .map(sample -> sample.path("value").path(1).asString())
                .filter(value -> !value.equals("NaN"))
                .map(value -> Double.parseDouble(value.replace("Inf", "Infinity")))
                .toList();
    }

    List<JsonNode> targets() {
        return ask("targets?state=active").path("activeTargets").valueStream().toList();
    }

    List<JsonNode> rules() {
        return ask("rules")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        await().until(() -> !process.isAlive());
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("Prometheus does not start: see " + folder.resolve("log"));
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(request("-/ready"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private JsonNode ask(String question) {
        try {
            JsonNode answer = JSON.readTree(http.send(request("api/v1/" + question), BodyHandlers.ofString())
                    .body());
            if (!answer.path("status").asString().equals("success")) {
                throw new AssertionError(question + ": " + answer);
            }
            return answer.path("data");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private static Process start(Path folder, int port) throws IOException {
        return new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void copy(Path folder, int portOffset) throws IOException {
        String configuration = Files.readString(SHIPPED.resolve("prometheus.yml"));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                INTERVAL.matcher(configuration).replaceAll("$1: 2s"));
        String targets = Files.readString(SHIPPED.resolve("targets.yml"));
        Files.writeString(
                folder.resolve("targets.yml"),
                ADDRESS.matcher(targets)
                        .replaceAll(address -> "127.0.0.1:" + (Integer.parseInt(address.group(1)) + portOffset)));
        Path rules = Files.createDirectory(folder.resolve("rules"));
        for (String name : List.of("recording.yml", "alerts.yml")) {
            Files.copy(SHIPPED.resolve("rules").resolve(name), rules.resolve(name));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
