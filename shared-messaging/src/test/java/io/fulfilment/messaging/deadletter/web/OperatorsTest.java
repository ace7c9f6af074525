package io.fulfilment.messaging.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.RecordSender;
import io.fulfilment.testing.ServiceEnvironment;
import io.fulfilment.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the API of a service as its operators do, while it consumes. */
@SpringBootTest(
        classes = VoidingService.class,
        properties = {
            "spring.application.name=payment-service",
            "spring.config.import=classpath:service-defaults.yaml",
            "spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                    + "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "management.server.port=0",
            "logging.level.root=WARN",
            "fulfilment.messaging.consumer.attempts=2",
            "fulfilment.messaging.consumer.retry-initial=1ms",
            "fulfilment.messaging.consumer.retry-max=1ms",
            "fulfilment.messaging.consumer.gap=100ms",
            "fulfilment.messaging.relay.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceEnvironment.class)
abstract class OperatorsTest {

    static final String OLIVIA = TestTokens.of("olivia").operator();
    static final String ALICE = TestTokens.of("alice").customer();
    static final String REASON = "{\"reason\":\"mended\"}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    VoidingService.Voiding voiding;

    @Autowired
    JdbcTemplate jdbc;

    final RecordSender kafka = new RecordSender();

    @BeforeEach
    void nothingIsParked() {
        voiding.mend();
        jdbc.update("DELETE FROM held_message");
        jdbc.update("DELETE FROM held_key");
        jdbc.update("DELETE FROM redrive_key");
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    /** Some messages about an order, of which the first fails. */
    Voids parked(int messages) {
        var order = new Voids(kafka);
        voiding.failOn(order);
        for (int i = 0; i < messages; i++) {
            order.send();
        }
        awaitParked(order, messages);
        return order;
    }

    /** A message that can't be read, and some behind it. */
    Voids parkedBehindATruncatedOne(int behind) {
        var order = new Voids(kafka);
        order.sendTruncated();
        for (int i = 0; i < behind; i++) {
            order.send();
        }
        awaitParked(order, behind + 1);
        return order;
    }

    void awaitParked(Voids order, int messages) {
        eventually().untilAsserted(() -> assertThat(letters(order)).hasSize(messages));
    }

    void awaitSettled(Voids order, Long... sequences) {
        eventually().untilAsserted(() -> assertThat(voiding.settled(order)).containsExactly(sequences));
    }

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }

    /** The ids of an order's dead letters, the oldest first. */
    List<Long> letters(Voids order) {
        return items("/dead-letters?key=" + order.subject()).stream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    List<JsonNode> items(String path) {
        return StreamSupport.stream(get(path).json().path("items").spliterator(), false)
                .toList();
    }

    /** What is decided, the latest first. */
    List<String> acts(int most) {
        return items("/dead-letters/acts?pageSize=" + most).stream()
                .map(act -> act.path("act").asString() + " by " + act.path("by").asString() + ": "
                        + act.path("reason").asString("-"))
                .toList();
    }

    String heldKeys(Voids order) {
        return String.valueOf(jdbc.queryForObject(
                "SELECT string_agg(state, ',') FROM held_key WHERE message_key = ?", String.class, order.subject()));
    }

    Answer get(String path) {
        return send(request(path, OLIVIA).GET());
    }

    Answer post(String path, String body) {
        return send(request(path, OLIVIA).POST(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path, OLIVIA).DELETE());
    }

    HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String location() {
            return response.headers().firstValue("Location").orElse("nowhere");
        }

        /** Status and type of a problem, in short. */
        String problem() {
            return status() + " " + json().path("type").asString("no problem");
        }
    }
}
