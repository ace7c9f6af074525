package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceListTest {

    private static final byte[] METRICS = "# HELP\nprice_list_products{} 2.0\n".getBytes(StandardCharsets.UTF_8);

    private final HttpServer service;
    private final AtomicInteger requests = new AtomicInteger();

    PriceListTest() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/metrics", exchange -> {
            try (exchange) {
                if (requests.incrementAndGet() > 2) {
                    exchange.sendResponseHeaders(200, METRICS.length);
                    exchange.getResponseBody().write(METRICS);
                }
            }
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void waitsForAServiceThatDropsConnectionsAtFirst(@TempDir Path directory) throws Exception {
        Path catalogue = Files.writeString(directory.resolve("catalogue.csv"), "sku,name\nA,a\nB,b\n");
        URI metrics = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/metrics");

        assertThat(new PriceList(metrics, catalogue).await()).isEqualTo(2);
        assertThat(requests).hasValueGreaterThan(2);
    }
}
