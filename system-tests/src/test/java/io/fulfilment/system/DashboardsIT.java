package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the dashboards and the alerts ask for is what the system tells. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\[\\w+]|\\b(?:by|without) ?\\([^)]*\\)");
    private static final Pattern OPERATOR = Pattern.compile("\\w+\\s*\\(|\\b(?:and|or|unless)\\b");
    private static final Pattern METRIC = Pattern.compile("\\b[a-zA-Z_][\\w:]*");

    private final RunningSystem system;

    private final OneStart<Prometheus> prometheus;

    DashboardsIT(RunningSystem system) {
        this.system = system;
        this.prometheus = new OneStart<>(() -> Prometheus.watching(system), Prometheus::close);
    }

    @BeforeAll
    void needsPrometheus() {
        Prometheus.assumeInstalled();
    }

    @AfterAll
    void stopPrometheus() {
        prometheus.close();
    }

    @Test
    void everyServiceIsWatched() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.get().targets())
                        .hasSizeGreaterThan(5)
                        .allSatisfy(target -> assertThat(target.path("health").asString())
                                .as(target.toString())
                                .isEqualTo("up")));
    }

    @Test
    void everyRuleCanBeEvaluated() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.get().rules())
                        .hasSizeGreaterThan(20)
                        .allSatisfy(rule -> assertThat(rule.path("health").asString())
                                .as(rule.toString())
                                .isEqualTo("ok")));
    }

    @Test
    void everyMetricThatIsAskedForIsTold() throws InterruptedException {
        Prometheus asked = prometheus.get();
        Set<String> metrics = Stream.concat(
                        asked.rules().stream().map(rule -> rule.path("query").asString()),
                        Dashboard.all().stream()
                                .flatMap(dashboard -> dashboard.queries().stream())
                                .map(Dashboard.Query::expression))
                .flatMap(DashboardsIT::metrics)
                .filter(metric -> !metric.equals("ALERTS"))
                .collect(Collectors.toSet());
        assertThat(metrics).contains("up", "outbox_oldest_seconds", "kafka_consumer_group_lag_seconds");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(metrics)
                        .filteredOn(
                                metric -> asked.query("count(" + metric + ")").isEmpty())
                        .isEmpty());
    }

    /** Also where nothing has gone wrong yet: that shows as 0, and not as nothing. */
    @Test
    void everyPanelShowsSomething() throws InterruptedException {
        Prometheus asked = prometheus.get();
        List<Dashboard.Query> queries = Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.queries().stream())
                .toList();
        assertThat(queries).hasSizeGreaterThan(50);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            placeOrders();
            assertThat(queries)
                    .filteredOn(query -> asked.query(query.expression()).isEmpty())
                    .isEmpty();
        });
    }

    /** The names in an expression that are neither labels nor functions. */
    private static Stream<String> metrics(String expression) {
        String names = expression;
        for (Pattern other : List.of(LITERAL, LABELS, OPERATOR)) {
            names = other.matcher(names).replaceAll(" ");
        }
        return METRIC.matcher(names).results().map(MatchResult::group);
    }

    private void placeOrders() {
        Client alice = system.as("alice");
        for (OrderRequest order : List.of(
                OrderRequest.of("SKU-0901", 1), OrderRequest.of("SKU-0902", 1).paidWith("tok_declined"))) {
            JsonNode end = alice.awaitFinal(alice.place(order));
            assertThat(end.path("status").asString()).isIn("COMPLETED", "REJECTED");
        }
    }
}
