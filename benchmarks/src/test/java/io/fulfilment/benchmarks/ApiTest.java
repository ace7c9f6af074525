package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class ApiTest {

    @TempDir
    private Path root;

    @Test
    void tellsOfAnItemBeforeTheListEnds() throws Exception {
        var told = new CountDownLatch(1);
        try (var gateway = new StandIn(root, Api.GATEWAY, "/ledger", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            write(body, "{\"items\":[{\"a\":1},");
            write(body, await(told) ? "{\"a\":2}]}" : "{\"a\":0}]}");
            exchange.close();
        })) {
            var items = new ArrayList<Integer>();
            gateway.api().forEachItem(Api.GATEWAY, "/ledger", item -> {
                items.add(item.get("a").asInt());
                told.countDown();
            });

            assertThat(items).containsExactly(1, 2);
        }
    }

    @Test
    void takesNoPartOfAListForTheWhole() throws Exception {
        try (var gateway = new StandIn(root, Api.GATEWAY, "/ledger", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "{\"items\":[{\"a\":1}");
            exchange.close();
        })) {
            Api api = gateway.api();

            assertThatIllegalStateException().isThrownBy(() -> api.forEachItem(Api.GATEWAY, "/ledger", item -> {}));
        }
    }

    @Test
    void takesNoRefusalForAList() throws Exception {
        try (var gateway = new StandIn(root, Api.GATEWAY, "/ledger", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        })) {
            Api api = gateway.api();

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.forEachItem(Api.GATEWAY, "/ledger", item -> {}))
                    .withMessageContaining("500");
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(OutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
        body.flush();
    }
}
