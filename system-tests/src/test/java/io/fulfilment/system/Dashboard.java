package io.fulfilment.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the dashboards that Grafana is given. */
record Dashboard(String name, JsonNode json) {

    private static final Path FOLDER = RunningSystem.PROJECT.resolve("deploy/grafana/dashboards");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** What is asked for one panel, as Prometheus takes it. */
    record Query(String dashboard, String panel, String expression) {}

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Dashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dashboard read(Path file) {
        return new Dashboard(file.getFileName().toString(), JSON.readTree(file));
    }

    String uid() {
        return json.path("uid").asString("");
    }

    /** Without the headings between them. */
    List<JsonNode> panels() {
        return json.path("panels")
                .valueStream()
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .toList();
    }

    /** Of panels and variables, with all choices of each variable, and a minute for what Grafana chooses. */
    List<Query> queries() {
        return Stream.concat(
                        panels().stream().flatMap(this::queriesOf),
                        variables()
                                .map(variable -> query(
                                        "$" + variable.path("name").asString(),
                                        variable.path("query")
                                                .path("query")
                                                .asString()
                                                .replaceFirst("label_values\\((.+), (.+)\\)", "count by ($2) ($1)"))))
                .toList();
    }

    private Stream<Query> queriesOf(JsonNode panel) {
        return panel.path("targets")
                .valueStream()
                .map(target -> query(
                        panel.path("title").asString(), target.path("expr").asString()));
    }

    private Query query(String panel, String template) {
        String expression = template.replace("$__rate_interval", "1m").replace("$__range", "1m");
        for (JsonNode variable : variables().toList()) {
            expression = expression.replace(
                    "$" + variable.path("name").asString(),
                    variable.path("allValue").asString());
        }
        return new Query(name, panel, expression);
    }

    private Stream<JsonNode> variables() {
        return json.path("templating").path("list").valueStream();
    }
}
