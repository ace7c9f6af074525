package io.fulfilment.archive.web;

import static io.fulfilment.archive.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.RecordSender;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TestTokens;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
class ArchiveApiIT {

    private static final String OPERATOR = TestTokens.of("olivia").operator();
    private static final Topic TOPIC = Topic.ORDER_EVENTS;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcClient jdbc;

    private final RestTestClient http = RestTestClient.bindToServer().build();
    private final RecordSender sender = new RecordSender();
    private final String order = UUID.randomUUID().toString();
    private final UUID correlation = UUID.randomUUID();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void showsWhatWasSentAndFromWhere() {
        var id = send(1, "io.fulfilment.order.OrderPlaced.v1", "{\"orderId\":\"" + order + "\",\"total\":1.10}");
        JsonNode item = awaitItems("/events?subject=" + order, 1).get(0);
        assertThat(item.get("topic").asString()).isEqualTo(TOPIC.topicName());
        assertThat(item.get("id").asString()).isEqualTo(id.toString());
        assertThat(item.get("type").asString()).isEqualTo("io.fulfilment.order.OrderPlaced.v1");
        assertThat(item.get("source").asString()).isEqualTo("/order-service/" + TOPIC.topicName());
        assertThat(item.get("sequence").asLong()).isEqualTo(1);
        assertThat(item.get("correlationId").asString()).isEqualTo(correlation.toString());
        assertThat(item.get("causationId").isNull()).isTrue();
        assertThat(Instant.parse(item.get("recordedAt").asString())).isNotNull();
        assertThat(item.get("time").asString()).isEqualTo("2026-03-01T12:00:00.123456Z");
        get(OPERATOR, "/events?subject=" + order)
                .expectBody(String.class)
                .value(answer ->
                        assertThat(answer).contains("\"data\":{\"orderId\":\"" + order + "\",\"total\":1.10}"));
    }

    @Test
    void pagesThroughAConversation() {
        for (int sequence = 1; sequence <= 3; sequence++) {
            send(sequence, "a.B.v1", "{}");
        }
        String all = "/events?correlationId=" + correlation;
        awaitItems(all, 3);
        JsonNode first = read(all + "&pageSize=2");
        assertThat(first.get("items").size()).isEqualTo(2);
        JsonNode rest = read(all + "&pageSize=2&cursor=" + first.get("next").asString());
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void readsAStreamWhateverIsSentTwiceOrIsGarbage() {
        send(1, "first.v1", "{}");
        send(1, "first.v1", "{}");
        sender.send(new ProducerRecord<>(TOPIC.topicName(), utf8(order), new byte[] {0, 1, 2}));
        send(2, "second.v1", "{}");
        JsonNode items = awaitItems("/streams/order/" + order, 2);
        assertThat(items.get(0).get("type").asString()).isEqualTo("first.v1");
        assertThat(items.get(1).get("type").asString()).isEqualTo("second.v1");
    }

    @Test
    void archivesAndShowsGarbage() {
        var garbage = new ProducerRecord<byte[], byte[]>(TOPIC.topicName(), null, new byte[] {0, (byte) 0xFF});
        garbage.headers()
                .add("ce_id", new byte[] {0})
                .add("ce_type", utf8(order))
                .add("ce_type", utf8(order));
        sender.send(garbage);
        JsonNode item = awaitItems("/events?type=" + order, 1).get(0);
        assertThat(item.get("id").isNull()).isTrue();
        assertThat(item.get("data").isNull()).isTrue();
        assertThat(item.get("dataBase64").asString()).isEqualTo("AP8=");
    }

    static List<String> oddBodies() {
        return List.of(
                "{\"half\":\"\\ud800\"}",
                "[1e999999999,-0.0,1e-999999999]",
                "{\"a\":1,\"a\":2}",
                "[".repeat(450) + "]".repeat(450),
                "[".repeat(499) + "]".repeat(499),
                "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("oddBodies")
    void showsWhateverBodyARecordHas(String body) {
        send(1, "odd.v1", body);
        JsonNode item = awaitItems("/events?subject=" + order, 1).get(0);
        assertThat(item.get("data").isNull()).isEqualTo(item.has("dataBase64"));
    }

    @Test
    void countsWhatItArchived() {
        send(1, "a.B.v1", "{}");
        awaitItems("/events?subject=" + order, 1);
        http.get()
                .uri(URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics)
                        .containsPattern("archived_records_total\\{topic=\"" + TOPIC.topicName() + "\"} [1-9]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/streams/order/1"})
    void isForOperatorsOnly(String path) {
        get(TestTokens.of("alice").customer(), path).expectStatus().isForbidden();
        http.get().uri(uri(path)).exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events?from=yesterday",
                "/events?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                "/events?correlationId=x",
                "/events?pageSize=0",
                "/events?cursor=eA",
                "/events?typ=x",
                "/events?from=%2B999999999-12-31T23:59:59Z",
                "/events?subject=%00"
            })
    void refusesQueriesThatItDoesNotUnderstand(String path) {
        get(OPERATOR, path).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/streams/order/none", "/streams/orders/none", "/streams/product/%27", "/nothing"})
    void findsNothingThatIsNotThere(String path) {
        get(OPERATOR, path).expectStatus().isNotFound();
    }

    @Test
    void hasNothingToSendOrToHandle() {
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'outbox'")
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isZero();
    }

    private UUID send(int sequence, String type, String body) {
        var id = UUID.randomUUID();
        var outgoing = new ProducerRecord<>(TOPIC.topicName(), utf8(order), utf8(body));
        Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id.toString(),
                        "type",
                        type,
                        "source",
                        "/order-service/" + TOPIC.topicName(),
                        "subject",
                        order,
                        "time",
                        "2026-03-01T12:00:00.123456Z",
                        "sequence",
                        Integer.toString(sequence),
                        "correlationid",
                        correlation.toString())
                .forEach((name, value) -> outgoing.headers().add("ce_" + name, utf8(value)));
        sender.send(outgoing);
        return id;
    }

    private JsonNode awaitItems(String path, int count) {
        return await().until(() -> items(path), items -> items.size() == count);
    }

    /** None where there is no such stream yet. */
    private JsonNode items(String path) {
        var answer = get(OPERATOR, path).returnResult(String.class);
        var json = new JsonMapper().readTree(Objects.requireNonNull(answer.getResponseBody()));
        return answer.getStatus().value() == 404 ? json.path("items") : json.get("items");
    }

    private JsonNode read(String path) {
        var answer = get(OPERATOR, path).expectStatus().isOk().returnResult(String.class);
        return new JsonMapper().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    private ResponseSpec get(String token, String path) {
        return http.get()
                .uri(uri(path))
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
