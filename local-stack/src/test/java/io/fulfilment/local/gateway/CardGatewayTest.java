package io.fulfilment.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.local.http.RequestSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardGatewayTest {

    private static final String OPERATION = """
            {"orderId":"%s","operation":"%s","token":"%s","amount":{"amount":"19.99","currency":"EUR"}}""";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private String url = "";

    @BeforeEach
    void start() throws IOException {
        var gateway =
                new CardGateway(new Ledger(directory.resolve("ledger.jsonl"), Clock.systemUTC()), RequestSpans.none());
        url = "http://127.0.0.1:" + gateway.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() throws Exception {
        HttpResponse<String> first = authorize("key-1", "tok_ok");
        HttpResponse<String> second = authorize("key-1", "tok_ok");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"status\":\"SUCCEEDED\"").doesNotContain("tok_ok");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(get("/operations/key-1").body()).isEqualTo(first.body());
    }

    @Test
    void refusesAKeyUsedForSomethingElse() throws Exception {
        authorize("key-1", "tok_ok");

        assertThat(authorize("key-1", "tok_declined").statusCode()).isEqualTo(422);
    }

    @Test
    void failsTwiceAndThenWorks() throws Exception {
        assertThat(authorize("key-1", "tok_flaky").statusCode()).isEqualTo(500);
        assertThat(authorize("key-1", "tok_flaky").statusCode()).isEqualTo(500);
        assertThat(authorize("key-1", "tok_flaky").statusCode()).isEqualTo(200);
        assertThat(get("/ledger?orderId=order-1").body()).containsOnlyOnce("idempotencyKey");
    }

    @Test
    void showsTheCardsTemperAgainWhenItsMoneyIsGivenBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            authorize("key-1", "tok_flaky");
        }

        assertThat(withoutToken("CAPTURE").body()).contains("\"status\":\"SUCCEEDED\"");
        assertThat(withoutToken("REFUND").statusCode()).isEqualTo(500);
        assertThat(withoutToken("REFUND").statusCode()).isEqualTo(500);
        assertThat(withoutToken("REFUND").body()).contains("\"status\":\"SUCCEEDED\"");
    }

    @Test
    void takesTheMoneyOfACardThatTakesNothingBack() throws Exception {
        authorize("key-1", "tok_no_refund");

        assertThat(withoutToken("CAPTURE").body()).contains("\"status\":\"SUCCEEDED\"");
        assertThat(withoutToken("REFUND").body()).contains("\"status\":\"DECLINED\"");
    }

    @Test
    void failsNoMoreOnceItHasWorked() throws Exception {
        for (int i = 0; i < 3; i++) {
            authorize("key-1", "tok_flaky");
        }
        start();

        assertThat(authorize("key-1", "tok_flaky").statusCode()).isEqualTo(200);
    }

    @Test
    void listsTheLedgerOfAnOrderAndAllOfIt() throws Exception {
        authorize("key-1", "tok_ok");
        post("key-2", OPERATION.formatted("order-2", "CAPTURE", "tok_ok"));

        assertThat(get("/ledger?orderId=order-1").body())
                .startsWith(
                        "{\"items\":[{\"idempotencyKey\":\"key-1\",\"orderId\":\"order-1\",\"operation\":\"AUTHORIZE\",")
                .doesNotContain("key-2", "tok_ok", "reason");
        assertThat(get("/ledger").body()).containsSubsequence("key-1", "key-2");
        assertThat(get("/ledger?orderId=order-3").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void doesTheWorkOfARequestThatItNeverAnswers() {
        assertThatThrownBy(() -> authorize("key-1", "tok_timeout")).isInstanceOf(HttpTimeoutException.class);

        assertThat(get("/operations/key-1").body()).contains("\"status\":\"SUCCEEDED\"");
    }

    @Test
    void tellsWhatIsMalformed() throws Exception {
        assertThat(post("key-1", "{\"orderId\":").statusCode()).isEqualTo(400);
        assertThat(post("key-1", "{}").statusCode()).isEqualTo(400);
        assertThat(post("", "{}").statusCode()).isEqualTo(400);
        assertThat(get("/operations/none").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> withoutToken(String operation) throws IOException, InterruptedException {
        return post(operation, """
                {"orderId":"order-1","operation":"%s","amount":{"amount":"19.99","currency":"EUR"}}""".formatted(operation));
    }

    private HttpResponse<String> authorize(String key, String token) throws IOException, InterruptedException {
        return post(key, OPERATION.formatted("order-1", "AUTHORIZE", token));
    }

    private HttpResponse<String> post(String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/operations"))
                .timeout(Duration.ofSeconds(2))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
