package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.local.http.Answer;
import io.fulfilment.local.http.JsonServer;
import io.fulfilment.local.http.Request;
import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.StartFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One server stands in for all services. */
class CustomersTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AtomicInteger orders = new AtomicInteger();
    private Shop shop;
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() throws IOException {
        var server = new JsonServer(0)
                .on("/oauth2/token", request -> Answer.ok(Map.of("access_token", "a token")))
                .on("/orders", this::order);
        for (String path : List.of("/payments", "/products", "/notifications", "/sagas", "/events")) {
            server.on(path, request -> {
                requests.add("GET " + path);
                return Answer.ok(Map.of("items", List.of()));
            });
        }
        int port = server.start();
        shop = new Shop(usual -> "http://127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void orderAndAskAndChangeTheirMinds() throws Exception {
        order(20);

        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST tok_ok"))
                .hasSize(18);
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST tok_declined"))
                .hasSize(2);
        assertThat(requests).filteredOn("CANCEL"::equals).hasSize(4);
        assertThat(requests).filteredOn("GET /sagas"::equals).hasSize(2);
        assertThat(said()).isEqualTo("  20 of 20 orders\n");
    }

    @Test
    void followEachOrderToItsEnd() throws Exception {
        order(40);

        assertThat(looks)
                .hasSize(40)
                .allSatisfy((order, asked) -> assertThat(asked).hasValueGreaterThan(1));
    }

    @Test
    void askAgainWhatAServiceCannotAnswerAtTheMoment() throws Exception {
        statuses.add(503);
        statuses.add(429);

        order(20);

        assertThat(requests).filteredOn(request -> request.startsWith("POST")).hasSize(22);
        assertThat(looks).hasSize(20);
    }

    @Test
    void giveUpWhenAnAnswerIsNotAsItShouldBe() {
        statuses.add(500);

        assertThatThrownBy(() -> order(20))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("/orders answered 500");
    }

    private void order(int number) throws Exception {
        new Customers(shop).order(number, new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));
    }

    /** An order is pending when it is asked for the first time. */
    private Answer order(Request request) {
        if (request.rest().endsWith("/cancellation")) {
            requests.add("CANCEL");
            return new Answer.Json(202, Map.of());
        }
        if (request.method().equals("POST")) {
            String body = new String(request.body(), StandardCharsets.UTF_8);
            requests.add("POST " + (body.contains("tok_declined") ? "tok_declined" : "tok_ok"));
            int status = Objects.requireNonNullElse(statuses.poll(), 202);
            return new Answer.Json(status, Map.of("orderId", "order-" + orders.incrementAndGet()));
        }
        if (request.rest().isEmpty()) {
            return Answer.ok(Map.of("items", List.of()));
        }
        int times = looks.computeIfAbsent(request.rest(), order -> new AtomicInteger())
                .incrementAndGet();
        return Answer.ok(Map.of("status", times == 1 ? "PENDING" : "COMPLETED"));
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
