package io.fulfilment.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The system as its users reach it: HTTP on the ports of this machine, with the client that costs least, for the driver shares
 * its processors with the system.
 */
final class Api {

    static final int ORDERS = 8081;
    static final int PAYMENTS = 8082;
    static final int PRODUCTS = 8083;
    static final int NOTIFICATIONS = 8084;
    static final int SAGAS = 8085;
    static final int GATEWAY = 8091;
    static final int MAIL = 8092;

    private static final int PATIENCE_MILLIS = 15_000;

    static {
        // A connection for each order that waits for its answer; and what is sent again is counted.
        System.setProperty("http.maxConnections", "200");
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final LocalSystem system;
    private final Map<String, String> tokens = new HashMap<>();

    Api(LocalSystem system) {
        this.system = system;
        for (String user : List.of("alice", "bob", "olivia")) {
            tokens.put(user, system.token(user));
        }
    }

    /** What came back; a body that is no JSON is a failure of the system. */
    record Answer(int status, JsonNode body) {}

    Answer place(PlannedOrder order) throws IOException {
        var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", order.idempotencyKey());
        return send(ORDERS, "/orders", order.customer(), headers, order.body());
    }

    Answer cancel(PlacedOrder order) throws IOException {
        String path = "/orders/" + order.orderId() + "/cancellation";
        var headers = Map.of("Content-Type", "application/json");
        return send(ORDERS, path, order.plan().customer(), headers, "{\"reason\":\"second thoughts\"}");
    }

    Answer orderWhenFinal(String orderId) throws IOException {
        return send(ORDERS, "/orders/" + orderId, "olivia", Map.of("Prefer", "wait=10"), null);
    }

    /** @throws IllegalStateException if the system doesn't answer 200 */
    JsonNode get(int port, String path) {
        try {
            Answer answer = send(port, path, "olivia", Map.of(), null);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " of port " + port + ": " + e, e);
        }
    }

    /** The items of a list from its beginning, page by page, to its end or the first that isn't wanted any more. */
    List<JsonNode> list(int port, String path, Predicate<JsonNode> wanted) {
        var items = new ArrayList<JsonNode>();
        boolean enough = false;
        String cursor = "";
        do {
            JsonNode page = get(port, path + "?pageSize=200" + cursor);
            for (JsonNode item : page.get("items")) {
                enough |= !wanted.test(item);
                if (!enough) {
                    items.add(item);
                }
            }
            JsonNode next = page.get("next");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty() && !enough);
        return items;
    }

    /**
     * Tells of each item of a list that has no pages, as it arrives: all of them may be larger than the heap.
     *
     * @throws IllegalStateException if the system doesn't answer 200, or if the list ends half-way
     */
    void forEachItem(int port, String path, Consumer<JsonNode> consumer) {
        try {
            HttpURLConnection connection = open(port, path, "olivia", Map.of());
            if (connection.getResponseCode() != 200) {
                throw new IllegalStateException(path + " answered " + connection.getResponseCode());
            }
            try (JsonParser parser = json.createParser(connection.getInputStream())) {
                readItems(parser, consumer);
            }
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(path + " of port " + port + ": " + e, e);
        }
    }

    private static void readItems(JsonParser parser, Consumer<JsonNode> consumer) {
        while (parser.nextToken() != JsonToken.START_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IllegalStateException("there is no list");
            }
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            consumer.accept(parser.readValueAsTree());
        }
        parser.nextToken();
    }

    private Answer send(int port, String path, String user, Map<String, String> headers, @Nullable String body)
            throws IOException {
        HttpURLConnection connection = open(port, path, user, headers);
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        // Read to its end either way, so that the connection can be used again.
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? json.missingNode() : json.readTree(in.readAllBytes()));
        }
    }

    private HttpURLConnection open(int port, String path, String user, Map<String, String> headers) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + system.port(port) + path)
                .toURL()
                .openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + tokens.get(user));
        headers.forEach(connection::setRequestProperty);
        return connection;
    }
}
