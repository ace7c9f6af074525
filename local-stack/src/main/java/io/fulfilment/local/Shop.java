package io.fulfilment.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public APIs of a running system, as its customers and operators call them. An unexpected answer is an exception. */
final class Shop implements AutoCloseable {

    private static final String OPERATOR = "olivia";
    private static final int PRODUCTS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);
    private static final Set<String> FINAL = Set.of("COMPLETED", "REJECTED", "CANCELLED");
    private static final String ORDER = """
            {"lines":[{"sku":"SKU-%04d","quantity":1},{"sku":"SKU-%04d","quantity":2}],\
            "payment":{"method":"CARD","token":"%s"},"email":"%s@example.com",\
            "shippingAddress":{"name":"Ada Lovelace","street":"12 St James Square","city":"London",\
            "postalCode":"SW1Y 4JH","country":"GB"}}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final IntFunction<String> url;

    /** @param url where the part answers that usually has this port */
    Shop(IntFunction<String> url) {
        this.url = url;
    }

    /** @return the order's id */
    String place(String customer, int number, String cardToken) throws IOException, InterruptedException {
        int product = number * 7 % PRODUCTS;
        String body = ORDER.formatted(product + 1, (product + 3) % PRODUCTS + 1, cardToken, customer);
        var request = to(Topology.ORDER_SERVICE, "/orders", customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(request, Set.of(202)).path("orderId").asString();
    }

    /** It may be too late. */
    void cancel(String customer, String order) throws IOException, InterruptedException {
        var request = to(Topology.ORDER_SERVICE, "/orders/" + order + "/cancellation", customer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\":\"second thoughts\"}"));
        send(request, Set.of(202, 409));
    }

    void awaitEnd(String customer, String order) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String status;
        do {
            var request =
                    to(Topology.ORDER_SERVICE, "/orders/" + order, customer).header("Prefer", "wait=10");
            status = send(request, Set.of(200)).path("status").asString();
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "order " + order + " is still " + status + " after " + PATIENCE.toSeconds() + " s");
            }
        } while (!FINAL.contains(status));
    }

    /** What an operator sees of an order in each service. */
    void lookInto(String order) throws IOException, InterruptedException {
        look(Topology.ORDER_SERVICE, "/orders?pageSize=20");
        look(Topology.PAYMENT_SERVICE, "/payments?orderId=" + order);
        look(Topology.INVENTORY_SERVICE, "/products?pageSize=20");
        look(Topology.NOTIFICATION_SERVICE, "/notifications?orderId=" + order);
        look(Topology.SAGA_ORCHESTRATOR, "/sagas?orderId=" + order);
        look(Topology.EVENT_STORE, "/events?subject=" + order);
    }

    private void look(int port, String path) throws IOException, InterruptedException {
        send(to(port, path, OPERATOR), Set.of(200));
    }

    private HttpRequest.Builder to(int port, String path, String user) throws IOException, InterruptedException {
        return request(port, path).header("Authorization", "Bearer " + token(user));
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create(url.apply(port) + path)).timeout(PATIENCE);
    }

    /** May be fetched more than once at the beginning. */
    private String token(String user) throws IOException, InterruptedException {
        String known = tokens.get(user);
        if (known != null) {
            return known;
        }
        byte[] password = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        var request = request(Topology.IDENTITY_PROVIDER, "/oauth2/token")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(password))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        String token = send(request, Set.of(200)).path("access_token").asString();
        tokens.put(user, token);
        return token;
    }

    /** Asks again where the service can't answer at the moment, as it is safe with each of these requests. */
    private JsonNode send(HttpRequest.Builder builder, Set<Integer> expected) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        while (NOT_NOW.contains(answer.statusCode()) && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            answer = client.send(request, BodyHandlers.ofString());
        }
        if (!expected.contains(answer.statusCode())) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
