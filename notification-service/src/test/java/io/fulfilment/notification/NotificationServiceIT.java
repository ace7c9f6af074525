package io.fulfilment.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.notification.SmtpServer.Received;
import io.fulfilment.notification.Teller.Answered;
import io.fulfilment.testing.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands in, mails out, answers back. */
class NotificationServiceIT extends NotificationServiceTestBase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Response(int status, JsonNode body) {}

    @Value("${local.server.port}")
    private int port;

    @Test
    void tellsTheCustomerAndAnswers() {
        UUID command = teller.orderCompleted();

        teller.hasBeenAnswered(new Answered("NotifyCustomerSucceeded", command));
        assertThat(teller.facts()).containsExactly("CustomerNotified");
        assertThat(SMTP.mailsTo(teller.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Your order " + teller.order() + " is on its way");
            assertThat(mail.text()).contains("2 x Teapot");
        });
        assertThat(personalData()).isZero();
    }

    @Test
    void tellsEachKindOnceHoweverOftenItIsAsked() {
        UUID first = teller.orderCompleted();
        UUID second = teller.orderCompleted();
        teller.hasBeenAnswered(
                new Answered("NotifyCustomerSucceeded", first), new Answered("NotifyCustomerSucceeded", second));
        UUID third = teller.orderCompleted();

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerSucceeded", first),
                new Answered("NotifyCustomerSucceeded", second),
                new Answered("NotifyCustomerSucceeded", third));
        assertThat(SMTP.mailsTo(teller.email())).extracting(Received::subject).hasSize(1);
        assertThat(teller.facts()).containsExactly("CustomerNotified");
    }

    @Test
    void tellsOnceOfTheCancellationOfAnOrderThatWasCompleted() {
        UUID completed = teller.orderCompleted();
        UUID cancelled = teller.orderCancelled();
        UUID again = teller.orderCancelled();

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerSucceeded", completed),
                new Answered("NotifyCustomerSucceeded", cancelled),
                new Answered("NotifyCustomerSucceeded", again));
        assertThat(SMTP.mailsTo(teller.email()))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder(
                        "Your order " + teller.order() + " is on its way",
                        "Your order " + teller.order() + " is cancelled");
        assertThat(teller.facts()).containsExactly("CustomerNotified", "CustomerNotified");
    }

    @Test
    void takesACommandOfTheVersionBeforeForTheSame() {
        UUID before = teller.orderCompletedV1();
        UUID now = teller.orderCompleted();

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerSucceeded", before), new Answered("NotifyCustomerSucceeded", now));
        assertThat(SMTP.mailsTo(teller.email())).hasSize(1);
        assertThat(teller.facts()).containsExactly("CustomerNotified");
    }

    @Test
    void failsForGoodWhereThereIsNoAddress() {
        UUID first = teller.orderCompleted("ada@example.com\r\nBcc: eve@example.com");
        teller.hasBeenAnswered(new Answered("NotifyCustomerFailed", first));
        UUID second = teller.orderCompleted("ada@example.com\r\nBcc: eve@example.com");

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerFailed", first), new Answered("NotifyCustomerFailed", second));
        assertThat(teller.facts()).containsExactly("CustomerNotificationFailed");
        assertThat(SMTP.mailsTo("eve@example.com")).isEmpty();
        assertThat(personalData()).isZero();
    }

    @Test
    void waitsForAMailServerThatIsAway() {
        SMTP.stop();
        UUID first = teller.orderCompleted();
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() > 0);
        UUID second = teller.orderCompleted();
        SMTP.start();

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerSucceeded", first), new Answered("NotifyCustomerSucceeded", second));
        assertThat(SMTP.mailsTo(teller.email())).hasSize(1);
    }

    @Test
    void showsACustomerWhatSheWasTold() {
        teller.hasBeenAnswered(new Answered("NotifyCustomerSucceeded", teller.orderCompleted()));
        String path = "/notifications?orderId=" + teller.order();

        JsonNode mine = get(TestTokens.of("alice").customer(), path).body().at("/items/0");
        assertThat(mine.get("orderId").asString()).isEqualTo(teller.order());
        assertThat(mine.get("kind").asString()).isEqualTo("ORDER_COMPLETED");
        assertThat(mine.get("channel").asString()).isEqualTo("EMAIL");
        assertThat(mine.get("status").asString()).isEqualTo("SENT");
        assertThat(mine.has("at")).isTrue();
        assertThat(get(TestTokens.of("bob").customer(), path).body().get("items"))
                .isEmpty();
        assertThat(get(TestTokens.of("olivia").operator(), path).body().get("items"))
                .hasSize(1);
        assertThat(get("", path).status()).isEqualTo(401);
    }

    @Test
    void pagesThroughThem() {
        teller.hasBeenAnswered(new Answered("NotifyCustomerSucceeded", teller.orderCompleted()));
        Teller older = teller;
        begin();
        teller.hasBeenAnswered(new Answered("NotifyCustomerSucceeded", teller.orderCompleted()));
        String alice = TestTokens.of("alice").customer();

        JsonNode first = get(alice, "/notifications?pageSize=1").body();
        JsonNode second = get(
                        alice,
                        "/notifications?pageSize=1&cursor=" + first.get("next").asString())
                .body();

        assertThat(first.get("items")).hasSize(1);
        assertThat(second.at("/items/0/orderId").asString())
                .isNotEqualTo(first.at("/items/0/orderId").asString());
        older.close();
    }

    private int attempts() {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM notification WHERE order_id = ?")
                .param(teller.orderId().value())
                .query(Integer.class)
                .single();
    }

    private int personalData() {
        return jdbc.sql("""
                        SELECT count(*) FROM notification
                        WHERE order_id = ? AND (recipient IS NOT NULL OR content IS NOT NULL)
                        """)
                .param(teller.orderId().value())
                .query(Integer.class)
                .single();
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
                .exchangeForRequiredValue((_, response) ->
                        new Response(response.getStatusCode().value(), JSON.readTree(response.getBody())));
    }
}
