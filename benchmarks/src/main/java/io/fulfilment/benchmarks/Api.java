package io.fulfilment.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system as its users reach it: HTTP on the ports of this machine. */
final class Api implements AutoCloseable {

    static final int ORDERS = 8081;
    static final int PAYMENTS = 8082;
    static final int PRODUCTS = 8083;
    static final int SAGAS = 8085;
    static final int GATEWAY = 8091;
    static final int MAIL = 8092;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
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

    Answer place(PlannedOrder order) throws IOException, InterruptedException {
        return send(request(ORDERS, "/orders", order.customer())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(order.body()))
                .build());
    }

    Answer orderWhenFinal(String orderId) throws IOException, InterruptedException {
        return send(request(ORDERS, "/orders/" + orderId, "olivia")
                .header("Prefer", "wait=10")
                .build());
    }

    /** @throws IllegalStateException if the system doesn't answer 200 */
    JsonNode get(int port, String path) {
        try {
            Answer answer = send(request(port, path, "olivia").build());
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " of port " + port + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
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

    private HttpRequest.Builder request(int port, String path, String user) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port(port) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get(user));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), json.readTree(response.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
