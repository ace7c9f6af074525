package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.console.kafka.TestGroup;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
class LagApiIT {

    private static final String OPERATOR = TestTokens.of("olivia").operator();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private final RestTestClient http = RestTestClient.bindToServer().build();
    private final TestGroup group = new TestGroup();

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void showsAConsumerThatStopsAndCatchesUp() {
        group.send(0, Instant.now().toEpochMilli(), 1);
        group.read(1);
        await().until(() -> item().path("status").asString("").equals("MOVING"));

        group.send(0, Instant.now().minusSeconds(60).toEpochMilli(), 3);

        await().atMost(Duration.ofSeconds(7))
                .until(() -> item().path("status").asString("").equals("STOPPED"));
        JsonNode stopped = item();
        assertThat(stopped.get("lag").asLong()).isEqualTo(3);
        assertThat(stopped.get("lagSeconds").asDouble()).isBetween(60.0, 75.0);
        assertThat(stopped.get("trend").asString()).isEqualTo("STEADY");
        assertThat(stopped.get("outPerSecond").asDouble()).isZero();
        assertThat(stopped.get("drainSeconds").isNull()).isTrue();
        JsonNode topic = stopped.get("topics").get(0);
        assertThat(topic.get("topic").asString()).isEqualTo(group.topic());
        assertThat(topic.get("status").asString()).isEqualTo("STOPPED");
        JsonNode partition = topic.get("partitions").get(0);
        assertThat(partition.get("partition").asInt()).isZero();
        assertThat(partition.get("committed").asLong()).isEqualTo(1);
        assertThat(partition.get("end").asLong()).isEqualTo(4);
        assertThat(partition.get("lag").asLong()).isEqualTo(3);
        assertThat(metrics()).contains(series("lag", "0") + " 3.0").contains(stoppedSeries() + " 1.0");

        group.read(3);

        await().until(() -> item().path("lag").asLong(-1) == 0);
        assertThat(item().get("lagSeconds").asDouble()).isZero();
        assertThat(item().get("drainSeconds").asDouble()).isZero();
        await().until(() -> metrics().contains(series("lag_seconds", "0") + " 0.0"));
        group.delete();
        await().until(() -> !metrics().contains(group.name()));
        assertThat(items().get("items").toString()).doesNotContain(group.name());
    }

    @Test
    void keepsTheCourse() {
        group.send(0, Instant.now().toEpochMilli(), 2);
        group.read(2);

        await().until(() -> !course("MINUTES").get("topics").isEmpty());

        JsonNode course = course("HOURS");
        JsonNode topic = course.get("topics").get(0);
        assertThat(topic.get("topic").asString()).isEqualTo(group.topic());
        assertThat(topic.get("lag").size()).isEqualTo(course.get("times").size());
    }

    @Test
    void isForOperatorsAlone() {
        assertThat(status("/api/lag", TestTokens.of("alice").customer())).isEqualTo(403);
        assertThat(status("/api/lag", TestTokens.of("olivia").forged())).isEqualTo(401);
        assertThat(status("/api/lag", null)).isEqualTo(401);
        assertThat(status("/api/other", OPERATOR)).isEqualTo(404);
        http.post()
                .uri("http://127.0.0.1:" + port + "/api/lag")
                .header("Authorization", "Bearer " + OPERATOR)
                .exchange()
                .expectStatus()
                .isEqualTo(404);
    }

    @Test
    void isDocumented() {
        String document = body("http://127.0.0.1:" + port + "/v3/api-docs");

        assertThat(document).contains("\"/api/lag\"", "drainSeconds", "FALLING_BEHIND");
    }

    @Test
    void countsItsLooks() {
        await().until(() -> metrics().contains("kafka_lag_looks_seconds_count{outcome=\"success\"}"));
    }

    private JsonNode item() {
        return items("?group=" + group.name()).get("items").path(0);
    }

    private JsonNode items() {
        return items("");
    }

    private JsonNode items(String query) {
        return json("/api/lag" + query);
    }

    private JsonNode course(String range) {
        return json("/api/lag/history?group=" + group.name() + "&range=" + range);
    }

    private JsonNode json(String path) {
        return new JsonMapper().readTree(body("http://127.0.0.1:" + port + path));
    }

    private String metrics() {
        return body("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
    }

    private String series(String what, String partition) {
        return "kafka_consumer_group_" + what + "{group=\"" + group.name() + "\",partition=\"" + partition
                + "\",topic=\"" + group.topic() + "\"}";
    }

    private String stoppedSeries() {
        return "kafka_consumer_group_stopped{group=\"" + group.name() + "\",topic=\"" + group.topic() + "\"}";
    }

    private String body(String uri) {
        return Objects.requireNonNull(http.get()
                .uri(uri)
                .header("Authorization", "Bearer " + OPERATOR)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private int status(String path, @Nullable String token) {
        var request = http.get().uri("http://127.0.0.1:" + port + path);
        return (token == null ? request : request.header("Authorization", "Bearer " + token))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
