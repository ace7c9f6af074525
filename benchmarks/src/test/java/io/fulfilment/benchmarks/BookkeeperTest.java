package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.fulfilment.benchmarks.Books.Operation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class BookkeeperTest {

    private static final Instant BEGIN = Instant.parse("2026-11-25T13:00:00.5Z");

    @TempDir
    private Path root;

    @Test
    void readsOfTheLedgerWhatBelongsToItsOrdersOrIsNew() throws Exception {
        try (var gateway = new StandIn(root, Api.GATEWAY, "/ledger", exchange -> {
            answer(
                    exchange,
                    entry("warm-up", "2026-11-25T13:00:00.499999Z"),
                    entry("mine", "2026-11-25T13:00:00.400Z"),
                    entry("stranger", "2026-11-25T13:00:00.500Z"));
        })) {
            Map<String, List<Operation>> ledger = new Bookkeeper(gateway.api()).ledger(Set.of("mine"), BEGIN);

            assertThat(ledger).containsOnlyKeys("mine", "stranger");
            assertThat(ledger.get("mine"))
                    .containsExactly(
                            new Operation("mine:AUTHORIZE", "AUTHORIZE", "SUCCEEDED", new BigDecimal("30.00")));
        }
    }

    private static void answer(HttpExchange exchange, String... entries) throws IOException {
        byte[] body = ("{\"items\":[" + String.join(",", entries) + "]}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String entry(String orderId, String at) {
        return """
                {"idempotencyKey":"%s:AUTHORIZE","orderId":"%s","operation":"AUTHORIZE",\
                "amount":{"amount":"30.00","currency":"EUR"},"status":"SUCCEEDED","at":"%s"}""".formatted(orderId, orderId, at);
    }
}
