package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.application.IdempotencyKey;
import io.fulfilment.order.application.IdempotentRequests;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceIT
class PlaceOrderIT {

    @LocalServerPort
    private int port;

    @Autowired
    private PriceList priceList;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdempotentRequests requests;

    @Autowired
    private TransactionTemplate transaction;

    private final String customer = "ada-" + UUID.randomUUID();

    @BeforeEach
    void prices() {
        priceList.put(List.of(
                new PricedProduct(new Sku("LAMP"), "Lamp <b>'Löwe'</b>", Money.of("19.99", "EUR")),
                new PricedProduct(new Sku("DESK"), "Desk", Money.of("250.00", "EUR")),
                new PricedProduct(new Sku("GEM"), "Gem", Money.of("999999999999.00", "EUR")),
                new PricedProduct(new Sku("RICE"), "Rice", Money.of("500", "JPY"))));
    }

    @Test
    void answersWithTheOrderAtPricesOfTheList() {
        var answer = ada().place(Client.order());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        var order = Client.json(answer);
        String id = order.get("orderId").stringValue();
        assertThat(answer.headers().firstValue("Location")).contains("/orders/" + id);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains(id.toString());
        String placedAt = order.get("placedAt").stringValue();
        assertThat(answer.body()).isEqualTo("""
                        {"orderId":"%s","customerId":"%s","status":"PENDING","reason":null,\
                        "lines":[{"sku":"LAMP","name":"Lamp <b>'Löwe'</b>","quantity":2,\
                        "unitPrice":{"amount":"19.99","currency":"EUR"}}],"total":{"amount":"39.98","currency":"EUR"},\
                        "payment":{"status":"PENDING"},"stock":{"status":"PENDING"},"notifications":[],"version":1,\
                        "placedAt":"%s","updatedAt":"%s"}""".formatted(id, customer, placedAt, placedAt));
        assertThat(ada().get("/orders/" + id).body()).isEqualTo(answer.body());
    }

    @Test
    void tellsTheOthersWithAValidCloudEvent() {
        String id = ada().placed().substring("/orders/".length());
        await().untilAsserted(() -> assertThat(events(id)).hasSize(1));
        var event = events(id).getFirst();
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_type")).isEqualTo("io.fulfilment.order.OrderPlaced.v1");
        assertThat(header(event, "ce_source")).isEqualTo("/order-service/order.events");
        assertThat(header(event, "ce_subject")).isEqualTo(id);
        assertThat(header(event, "ce_sequence")).isEqualTo("1");
        assertThat(header(event, "ce_correlationid")).isEqualTo(id);
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .contains("\"customerId\":\"" + customer + "\"", "tok_ok", "ada@example.com", "\"39.98\"");
    }

    @Test
    void addsUpLinesOfTheSameProduct() {
        var lines =
                "[{\"sku\":\"LAMP\",\"quantity\":2},{\"sku\":\"DESK\",\"quantity\":1},{\"sku\":\"LAMP\",\"quantity\":3}]";
        var order = Client.json(ada().place(Client.order(lines)));
        assertThat(order.get("lines").size()).isEqualTo(2);
        assertThat(order.at("/lines/0/quantity").intValue()).isEqualTo(5);
    }

    @Test
    void repeatsTheFirstAnswerByteForByte() {
        String key = UUID.randomUUID().toString();
        var first = ada().place(Client.order(), key);
        var second = ada().place(Client.order().replace(",", " ,\n"), key);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("X-Correlation-Id"))
                .isEqualTo(first.headers().firstValue("X-Correlation-Id"));
    }

    @Test
    void placesOneOrderForManyRequestsAtOnce() {
        String key = UUID.randomUUID().toString();
        var answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(number -> ada().place(Client.order(), key))
                .toList();
        assertThat(answers).extracting(HttpResponse::statusCode).contains(202).isSubsetOf(202, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 202)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForTheFirstRequestWithAKey() {
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(first -> {
            requests.claim(new IdempotencyKey(new CustomerId(customer), key));
            var refused = ada().place(Client.order(), key);
            assertProblem(refused, 409, "idempotency-in-progress");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        });
        assertThat(ada().place(Client.order(), key).statusCode()).isEqualTo(202);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        String key = UUID.randomUUID().toString();
        ada().place(Client.order(), key);
        var refused = ada().place(Client.order("[{\"sku\":\"LAMP\",\"quantity\":3}]"), key);
        assertProblem(refused, 422, "idempotency-key-reused");
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void needsAKey() {
        assertProblem(ada().place(Client.order(), new String[0]), 400, "idempotency-key-missing");
        assertProblem(ada().place(Client.order(), "one", "two"), 400, "validation");
        assertProblem(ada().place(Client.order(), "k".repeat(256)), 400, "validation");
        assertProblem(ada().place(Client.order(), "with blank"), 400, "validation");
        assertThat(orders()).isZero();
    }

    @Test
    void namesEveryUnknownProduct() {
        var refused = ada().place(
                        Client.order(
                                "[{\"sku\":\"NONE-1\",\"quantity\":1},{\"sku\":\"LAMP\",\"quantity\":1},{\"sku\":\"NONE-2\",\"quantity\":1}]"));
        assertProblem(refused, 422, "unknown-sku");
        assertThat(Client.json(refused).get("detail").stringValue()).contains("NONE-1", "NONE-2");
        assertThat(Client.json(refused).at("/errors/1/pointer").stringValue()).isEqualTo("/lines/2/sku");
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/lines/0/quantity|\"quantity\":2|\"quantity\":0",
                "/lines/0/quantity|\"quantity\":2|\"quantity\":10000",
                "/lines/0/quantity|\"quantity\":2|\"quantity\":\"2\"",
                "/lines/0/quantity|\"quantity\":2|\"quantity\":2.5",
                "/lines/0/quantity|,\"quantity\":2|",
                "/lines/0/sku|LAMP|no sku",
                "/lines/0/price|\"quantity\":2|\"quantity\":2,\"price\":\"0.01\"",
                "/lines|[{\"sku\":\"LAMP\",\"quantity\":2}]|[]",
                "/lines|[{\"sku\":\"LAMP\",\"quantity\":2}]|null",
                "/lines|[{\"sku\":\"LAMP\",\"quantity\":2}]|[{\"sku\":\"LAMP\",\"quantity\":2},{\"sku\":\"RICE\",\"quantity\":1}]",
                "/lines|[{\"sku\":\"LAMP\",\"quantity\":2}]|[{\"sku\":\"GEM\",\"quantity\":2}]",
                "/lines|[{\"sku\":\"LAMP\",\"quantity\":2}]|[{\"sku\":\"LAMP\",\"quantity\":9999},{\"sku\":\"LAMP\",\"quantity\":1}]",
                "/payment/method|CARD|CASH",
                "/payment/token|tok_ok|",
                "/email|ada@example.com|ada",
                "/email|ada@example.com|ada@example.com\\r\\nBcc: eve@example.com",
                "/shippingAddress/country|GB|GBR",
                "/shippingAddress/city|London|\\u2003",
                "/shippingAddress/name|Ada|A\\u0085da",
                "/shippingAddress/city|London|Lon\\u0000don",
                "/shippingAddress/city|\"London\"|null",
                "/status|{\"lines\"|{\"status\":\"COMPLETED\",\"lines\"",
                "/customerId|{\"lines\"|{\"customerId\":\"eve\",\"lines\"",
            })
    void pointsAtWhatIsWrong(String pointer, String valid, String invalid) {
        String body = Client.order().replace(valid, invalid == null ? "" : invalid);
        var refused = ada().place(body);
        assertProblem(refused, 400, "validation");
        assertThat(Client.json(refused).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(orders()).isZero();
    }

    @Test
    void takesAHundredLinesButNoMore() {
        priceList.put(IntStream.range(0, 101)
                .mapToObj(number -> new PricedProduct(new Sku("P-" + number), "Part", Money.of("1.00", "EUR")))
                .toList());
        assertThat(ada().place(Client.order(lines(100))).statusCode()).isEqualTo(202);
        assertProblem(ada().place(Client.order(lines(101))), 400, "validation");
    }

    @Test
    void keepsOddTextsAsTheyAre() {
        String odd = "'; DROP TABLE orders; -- <script>\\u202Eabc";
        var placed = ada().place(Client.order().replace("Street 1", odd));
        assertThat(placed.statusCode()).isEqualTo(202);
        String kept = jdbc.sql("SELECT shipping_address FROM orders WHERE customer_id = ?")
                .param(customer)
                .query(String.class)
                .single();
        assertThat(kept).contains("DROP TABLE orders").contains("<script>");
    }

    private Client ada() {
        return Client.customer(port, customer);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"sku\":\"P-%d\",\"quantity\":1}".formatted(number))
                .toList()
                .toString();
    }

    /** In the table that has the most of them. */
    private long orders() {
        return jdbc.sql("""
                        SELECT greatest(
                            (SELECT count(*) FROM orders WHERE customer_id = :customer),
                            (SELECT count(*) FROM order_view WHERE customer_id = :customer),
                            (SELECT count(*) FROM idempotent_request WHERE customer_id = :customer))
                        """).param("customer", customer).query(Long.class).single();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(typeOf(response)).isEqualTo("/problems/" + name);
    }

    private static String typeOf(HttpResponse<String> response) {
        return Client.json(response).get("type").stringValue();
    }

    private static List<ConsumerRecord<byte[], byte[]>> events(String order) {
        try (var reader = TopicReader.of(Topic.ORDER_EVENTS.topicName())) {
            return reader.records(order);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
