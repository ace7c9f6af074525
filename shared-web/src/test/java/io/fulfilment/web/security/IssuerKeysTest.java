package io.fulfilment.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger fetched = new AtomicInteger();
    private final AtomicReference<String> served = new AtomicReference<>("known");
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile boolean hangs;
    private HttpServer issuer;

    @BeforeEach
    void serve() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            fetched.incrementAndGet();
            byte[] keys = keySet().getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        issuer.start();
    }

    private String keySet() {
        if (hangs) {
            awaitEnd();
        }
        return "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"" + served.get() + "\",\"k\":\"AAAA\"}]}";
    }

    private void awaitEnd() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        issuer.stop(0);
    }

    @Test
    void unknownKeysAreLookedForTwiceInAnIntervalAndAreUnknownAfterwards() throws KeySourceException {
        var keys = keys(new IssuerKeys(LONG, LONG, LONG));
        for (int i = 0; i < 10; i++) {
            assertThat(find(keys, "unknown-" + i)).isEmpty();
            assertThat(find(keys, "known")).hasSize(1);
        }
        assertThat(fetched).hasValue(2);
    }

    @Test
    void aNewKeyIsFoundAfterTheInterval() throws KeySourceException {
        var keys = keys(new IssuerKeys(SHORT, LONG, LONG));
        assertThat(find(keys, "new")).isEmpty();
        served.set("new");
        await().until(() -> find(keys, "new").size() == 1);
    }

    @Test
    void theLastKeysCountWhileTheIssuerIsAway() throws KeySourceException {
        var keys = keys(new IssuerKeys(SHORT, SHORT, LONG));
        find(keys, "known");
        issuer.stop(0);
        await().during(Duration.ofMillis(50)).until(() -> find(keys, "known").size() == 1);
        assertThat(find(keys, "unknown")).isEmpty();
    }

    @Test
    void whileOneWaitsForTheIssuerOthersTakeTheLastKeys() throws Exception {
        var keys = keys(new IssuerKeys(SHORT, SHORT, LONG));
        find(keys, "known");
        hangs = true;
        int before = fetched.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> find(keys, "known"));
            await().until(() -> fetched.get() > before);
            assertThat(find(keys, "known")).hasSize(1);
            assertThat(waiting).isNotDone();
            hanging.countDown();
            assertThat(waiting.get()).hasSize(1);
        }
    }

    @Test
    void withoutAnyKeysNothingCanBeSaid() {
        issuer.stop(0);
        var keys = keys(new IssuerKeys(LONG, LONG, LONG));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> find(keys, "known")).isInstanceOf(KeySourceException.class);
        }
    }

    private JWKSource<SecurityContext> keys(IssuerKeys keys) {
        return keys.at("http://127.0.0.1:" + issuer.getAddress().getPort() + "/");
    }

    private static List<JWK> find(JWKSource<SecurityContext> keys, String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }
}
