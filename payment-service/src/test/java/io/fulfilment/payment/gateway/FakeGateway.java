package io.fulfilment.payment.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A card processor over HTTP that behaves as the card's token says, and remembers what it performed. */
public final class FakeGateway implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ObjectNode> performed = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> baggage = new ConcurrentHashMap<>();
    private final Map<String, Integer> faultsLeft = new ConcurrentHashMap<>();
    private final Set<String> relented = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    public FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/operations", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was performed or declined for an order, as {@code AUTHORIZE SUCCEEDED}. */
    public List<String> ledger(String orderId) {
        return performed.values().stream()
                .filter(it -> it.get("orderId").asString().equals(orderId))
                .map(it ->
                        it.get("operation").asString() + " " + it.get("status").asString())
                .sorted()
                .toList();
    }

    /** What came along as W3C's baggage with the last request to perform something for an order. */
    public String baggage(String orderId) {
        return baggage.getOrDefault(orderId, "");
    }

    /** The requests about an order, as {@code POST ORDERID:AUTHORIZE}. */
    public List<String> requests(String orderId) {
        return requests.stream().filter(it -> it.contains(orderId)).toList();
    }

    /** How often an operation was asked for, whatever came of it. */
    public long posts(String orderId) {
        return requests(orderId).stream().filter(it -> it.startsWith("POST")).count();
    }

    /** Has the gateway do from here on what it couldn't for an order, or declined to do. */
    public void relent(String orderId) {
        relented.add(orderId);
        performed
                .values()
                .removeIf(it -> it.get("orderId").asString().equals(orderId)
                        && it.get("status").asString().equals("DECLINED"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            lookUp(exchange);
        } else {
            perform(exchange);
        }
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().substring("/operations/".length());
        requests.add("GET " + key);
        ObjectNode known = performed.get(key);
        answer(exchange, known == null ? 404 : 200, known == null ? JSON.createObjectNode() : known);
    }

    private void perform(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        requests.add("POST " + key);
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String orderId = request.get("orderId").asString();
        baggage.put(orderId, String.valueOf(exchange.getRequestHeaders().getFirst("baggage")));
        if (request.has("token")) {
            tokens.put(orderId, request.get("token").asString());
        }
        String token = tokens.getOrDefault(orderId, "tok_ok");
        switch (token) {
            case "tok_flaky" -> flaky(exchange, key, request);
            case "tok_timeout" -> performAndStaySilent(key, request);
            default -> answer(exchange, key, request, token);
        }
    }

    private void answer(HttpExchange exchange, String key, JsonNode request, String token) throws IOException {
        int status = status(token, key, request.get("orderId").asString());
        answer(exchange, status, status == 200 ? operation(key, request, token) : JSON.createObjectNode());
    }

    private int status(String token, String key, String orderId) {
        return switch (token) {
            case "tok_unreadable" -> 400;
            case "tok_unreadable_refund" -> key.endsWith(":REFUND") ? 400 : 200;
            case "tok_undecided" -> key.endsWith(":CAPTURE") && !relented.contains(orderId) ? 500 : 200;
            default -> 200;
        };
    }

    private void flaky(HttpExchange exchange, String key, JsonNode request) throws IOException {
        int left = faultsLeft.merge(key, 2, (before, _) -> before - 1);
        if (left > 0) {
            answer(exchange, 500, JSON.createObjectNode());
        } else {
            answer(exchange, 200, operation(key, request, "tok_ok"));
        }
    }

    /** The exchange is left open: the caller has to give up. */
    private void performAndStaySilent(String key, JsonNode request) {
        operation(key, request, "tok_ok");
    }

    private ObjectNode operation(String key, JsonNode request, String token) {
        return performed.computeIfAbsent(key, _ -> {
            String refusal = relented.contains(request.get("orderId").asString())
                    ? null
                    : refusal(token, request.get("operation").asString());
            ObjectNode operation = JSON.createObjectNode();
            operation.put("idempotencyKey", key);
            operation.put("orderId", request.get("orderId").asString());
            operation.put("operation", request.get("operation").asString());
            operation.set("amount", request.get("amount"));
            operation.put("status", refusal == null ? "SUCCEEDED" : "DECLINED");
            operation.put("at", Instant.now().toString());
            operation.put("reason", refusal);
            return operation;
        });
    }

    private static @Nullable String refusal(String token, String operation) {
        return switch (token) {
            case "tok_declined" -> "no cover";
            case "tok_lapsed" -> operation.equals("AUTHORIZE") ? null : "lapsed";
            case "tok_no_refund" -> operation.equals("REFUND") ? "no refund" : null;
            case "tok_garbled" -> " no\u0000\r\ncover" + " ".repeat(300);
            default -> null;
        };
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
