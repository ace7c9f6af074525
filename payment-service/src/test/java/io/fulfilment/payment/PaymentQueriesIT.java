package io.fulfilment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.payment.Saga.Answered;
import io.fulfilment.testing.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What customers and operators see. */
class PaymentQueriesIT extends PaymentServiceTestBase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Response(int status, JsonNode body) {}

    @Value("${local.server.port}")
    private int port;

    private String paymentId = "";

    @BeforeEach
    void aPaymentOfAlice() {
        UUID authorize = saga.authorize("tok_ok");
        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", authorize));
        UUID capture = saga.capture();
        saga.hasBeenAnswered(
                new Answered("AuthorizePaymentSucceeded", authorize), new Answered("CapturePaymentSucceeded", capture));
        paymentId = as("alice", "/payments?orderId=" + saga.order())
                .body()
                .at("/items/0/paymentId")
                .asString();
    }

    @Test
    void showsACustomerHerPayment() {
        JsonNode payment = as("alice", "/payments/" + paymentId).body();

        assertThat(payment.get("orderId").asString()).isEqualTo(saga.order());
        assertThat(payment.get("customerId").asString()).isEqualTo("alice");
        assertThat(payment.get("status").asString()).isEqualTo("CAPTURED");
        assertThat(payment.get("amount").toString()).isEqualTo("{\"amount\":\"19.99\",\"currency\":\"EUR\"}");
        assertThat(Instant.parse(payment.get("authorizedAt").asString()))
                .isBefore(Instant.parse(payment.get("capturedAt").asString()));
    }

    @Test
    void showsThatItWasGivenBack() {
        saga.refund();
        await().until(() -> saga.facts().contains("PaymentRefunded"));

        JsonNode payment = as("alice", "/payments/" + paymentId).body();
        JsonNode history = as("alice", "/payments/" + paymentId + "/history").body();

        assertThat(payment.get("status").asString()).isEqualTo("REFUNDED");
        assertThat(Instant.parse(payment.get("capturedAt").asString()))
                .isBefore(Instant.parse(payment.get("refundedAt").asString()));
        assertThat(history.at("/events/4/type").asString()).isEqualTo("RefundRequested");
        assertThat(history.at("/events/5/type").asString()).isEqualTo("RefundPerformed");
        assertThat(history.at("/state/status").asString()).isEqualTo("REFUNDED");
    }

    @Test
    void hidesItFromOtherCustomers() {
        assertThat(as("bob", "/payments/" + paymentId).status()).isEqualTo(404);
        assertThat(as("bob", "/payments/" + paymentId + "/history").status()).isEqualTo(404);
        assertThat(as("bob", "/payments?orderId=" + saga.order()).body().get("items"))
                .isEmpty();
        assertThat(as("alice", "/payments/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void showsItToOperators() {
        String operator = TestTokens.of("olivia").operator();

        assertThat(get(operator, "/payments/" + paymentId).status()).isEqualTo(200);
        assertThat(get(operator, "/payments?pageSize=1").body().get("items")).hasSize(1);
    }

    @Test
    void letsNobodyInWithoutAToken() {
        assertThat(get("", "/payments/" + paymentId).status()).isEqualTo(401);
    }

    @Test
    void tellsWhatAPaymentWasAtAnInstant() {
        JsonNode now = as("alice", "/payments/" + paymentId + "/history").body();
        assertThat(now.at("/events").size()).isEqualTo(4);
        assertThat(now.at("/events/3/type").asString()).isEqualTo("CapturePerformed");
        assertThat(now.at("/state/status").asString()).isEqualTo("CAPTURED");

        String granted = now.at("/events/1/at").asString();
        JsonNode then =
                as("alice", "/payments/" + paymentId + "/history?at=" + granted).body();
        assertThat(then.at("/events").size()).isEqualTo(2);
        assertThat(then.at("/state/status").asString()).isEqualTo("AUTHORIZED");

        JsonNode before = as("alice", "/payments/" + paymentId + "/history?at=2020-01-01T00:00:00Z")
                .body();
        assertThat(before.at("/events")).isEmpty();
        assertThat(before.at("/state").isNull()).isTrue();
    }

    @Test
    void pagesThroughAllPaymentsNewestFirst() {
        Saga older = saga;
        saga = new Saga();
        UUID authorize = saga.authorize("tok_ok");
        saga.hasBeenAnswered(new Answered("AuthorizePaymentSucceeded", authorize));

        JsonNode first = as("alice", "/payments?pageSize=1").body();
        JsonNode second = as(
                        "alice",
                        "/payments?pageSize=1&cursor=" + first.get("next").asString())
                .body();

        assertThat(first.at("/items/0/orderId").asString()).isEqualTo(saga.order());
        assertThat(second.at("/items/0/orderId").asString()).isEqualTo(older.order());
        older.close();
    }

    @Test
    void refusesWhatIsNoIdOrInstant() {
        assertThat(as("alice", "/payments?orderId=42").status()).isEqualTo(400);
        assertThat(as("alice", "/payments/" + paymentId + "/history?at=yesterday")
                        .status())
                .isEqualTo(400);
    }

    private Response as(String customer, String path) {
        return get(TestTokens.of(customer).customer(), path);
    }

    private Response get(String token, String path) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchangeForRequiredValue((_, response) -> {
                    HttpStatusCode status = response.getStatusCode();
                    return new Response(status.value(), JSON.readTree(response.getBody()));
                });
    }
}
