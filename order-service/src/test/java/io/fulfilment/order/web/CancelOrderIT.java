package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderCommand.CancelOrder;
import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.Commands;
import io.fulfilment.order.application.DecidingOrders;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceIT
class CancelOrderIT {

    private static final SagaId SAGA = new SagaId(UUID.randomUUID());

    @LocalServerPort
    private int port;

    @Autowired
    private PriceList priceList;

    @Autowired
    private DecidingOrders deciding;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void prices() {
        priceList.put(List.of(new PricedProduct(new Sku("LAMP"), "Lamp", Money.of("19.99", "EUR"))));
    }

    @Test
    void answersWithTheOrderThatIsBeingCancelled() {
        String path = ada().placed();
        var answer = ada().cancel(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains(path);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains(path.replace("/orders/", ""));
        var order = Client.json(answer);
        assertThat(order.get("status").stringValue()).isEqualTo("CANCELLING");
        assertThat(order.get("reason").isNull()).isTrue();
        assertThat(order.at("/cancellation/reason").stringValue()).isEqualTo("too dear");
        assertThat(order.at("/cancellation/requestedAt").stringValue())
                .isEqualTo(order.get("updatedAt").stringValue());
        assertThat(order.get("version").intValue()).isEqualTo(2);
        assertThat(ada().get(path).body()).isEqualTo(answer.body());
        assertThat(ada().get("/orders?status=CANCELLING").body())
                .contains(idOf(path).toString());
    }

    @Test
    void tellsTheOthersWhoAskedAndWhy() {
        String path = ada().placed();
        Client.operator(port).cancel(path);
        await().untilAsserted(() -> assertThat(events(path)).hasSize(2));
        var event = events(path).getLast();
        assertThat(header(event, "ce_type")).isEqualTo("io.fulfilment.order.OrderCancellationRequested.v1");
        assertThat(header(event, "ce_sequence")).isEqualTo("2");
        assertThat(header(event, "ce_correlationid")).isEqualTo(idOf(path).toString());
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .contains("\"requestedBy\":\"olivia\"", "\"note\":\"too dear\"");
    }

    @Test
    void keepsFromTheCustomerWhatAnOperatorNotes() {
        String path = ada().placed();
        var answer = Client.operator(port).cancel(path, "{\"reason\":\"fraud, says the bank\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ada().get(path).body()).contains("CANCELLING").doesNotContain("fraud");
        var cancellation = Client.json(ada().get(path)).get("cancellation");
        assertThat(cancellation.propertyNames()).containsExactly("requestedAt");
    }

    @Test
    void answersARepetitionAsTheFirst() {
        String path = ada().placed();
        var first = ada().cancel(path);
        var second = ada().cancel(path, "{\"reason\":\"too late\"}");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void cancelsWhatIsConfirmedAndWhatIsComplete() {
        String path = ada().placed();
        decide(new ConfirmOrder(SAGA, idOf(path)));
        assertThat(ada().cancel(path).statusCode()).isEqualTo(202);
        String other = ada().placed();
        decide(new ConfirmOrder(SAGA, idOf(other)));
        decide(new CompleteOrder(SAGA, idOf(other)));
        assertThat(ada().cancel(other).statusCode()).isEqualTo(202);
    }

    @Test
    void refusesWhatIsRejectedOrCancelled() {
        String rejected = ada().placed();
        decide(new RejectOrder(SAGA, idOf(rejected), RejectionReason.OUT_OF_STOCK));
        assertNotCancellable(ada().cancel(rejected), "the order is REJECTED");
        String cancelled = ada().placed();
        ada().cancel(cancelled);
        decide(new CancelOrder(SAGA, idOf(cancelled)));
        assertNotCancellable(ada().cancel(cancelled), "the order is CANCELLED");
    }

    @Test
    void refusesWhatWasCompletedTooLongAgo() {
        String path = ada().placed();
        decide(new ConfirmOrder(SAGA, idOf(path)));
        decide(new CompleteOrder(SAGA, idOf(path)));
        completedBefore(path, "30 days 1 minute");
        assertNotCancellable(ada().cancel(path), "could be cancelled until 2");
        assertThat(Client.json(ada().get(path)).get("status").stringValue()).isEqualTo("COMPLETED");
        completedBefore(path, "29 days 23 hours");
        assertThat(ada().cancel(path).statusCode()).isEqualTo(202);
    }

    @Test
    void knowsNobodyElsesOrders() {
        String path = ada().placed();
        assertProblem(Client.customer(port, "bob").cancel(path), 404, "not-found");
        assertProblem(ada().cancel("/orders/01a20963-c79d-71e3-89c3-a2f4249575bd"), 404, "not-found");
        assertThat(ada().get(path).body()).contains("PENDING");
        assertThat(Client.operator(port).cancel(path).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/reason|{}",
                "/reason|{\"reason\":null}",
                "/reason|{\"reason\":7}",
                "/reason|{\"reason\":\"\"}",
                "/reason|{\"reason\":\"  \"}",
                "/reason|{\"reason\":\"too\\ndear\"}",
                "/reason|{\"reason\":\"too\\u0000dear\"}",
                "/status|{\"reason\":\"too dear\",\"status\":\"CANCELLED\"}",
            })
    void pointsAtWhatIsWrong(String pointer, String body) {
        String path = ada().placed();
        var refused = ada().cancel(path, body);
        assertProblem(refused, 400, "validation");
        assertThat(Client.json(refused).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(ada().get(path).body()).contains("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\uD83D\uDECB"})
    void takesAsManyCharactersAsAnyTextMayHave(String character) {
        String path = ada().placed();
        assertProblem(ada().cancel(path, reason(character.repeat(1025))), 400, "validation");
        var order = ada().cancel(path, reason(character.repeat(1024)));
        assertThat(order.statusCode()).isEqualTo(202);
        assertThat(Client.json(order).at("/cancellation/reason").stringValue()).isEqualTo(character.repeat(1024));
    }

    @Test
    void takesNothingButJsonFromCallersWithAToken() {
        String path = ada().placed();
        assertProblem(ada().cancel(path, "{\"reason\""), 400, "malformed-json");
        var anonymous = ada().request(path + "/cancellation").setHeader("Authorization", "Bearer none");
        assertProblem(Client.send(anonymous.POST(BodyPublishers.noBody())), 401, "unauthenticated");
    }

    private Client ada() {
        return Client.customer(port, "ada");
    }

    private void decide(OrderCommand command) {
        deciding.handle(List.of(Commands.received(command)));
    }

    private void completedBefore(String path, String interval) {
        jdbc.sql("UPDATE orders SET updated_at = now() - ?::interval WHERE order_id = ?")
                .param(interval)
                .param(idOf(path).value())
                .update();
    }

    private static String reason(String text) {
        return "{\"reason\":\"" + text + "\"}";
    }

    private static OrderId idOf(String path) {
        return OrderId.of(path.substring("/orders/".length()));
    }

    private static void assertNotCancellable(HttpResponse<String> response, String detail) {
        assertProblem(response, 409, "order-not-cancellable");
        assertThat(Client.json(response).get("detail").stringValue()).contains(detail);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Client.json(response).get("type").stringValue()).isEqualTo("/problems/" + name);
    }

    private static List<ConsumerRecord<byte[], byte[]>> events(String path) {
        try (var reader = TopicReader.of(Topic.ORDER_EVENTS.topicName())) {
            return reader.records(idOf(path).toString());
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
