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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer issuer;

    @BeforeEach
    void serve() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys =
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"known\",\"k\":\"AAAA\"}]}".getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/", exchange -> {
            fetched.incrementAndGet();
            try (exchange) {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
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
        find(keys, "unknown");
        int before = fetched.get();
        await().until(() -> find(keys, "unknown").isEmpty() && fetched.get() > before + 2);
    }

    @Test
    void theLastKeysCountWhileTheIssuerIsAway() throws KeySourceException {
        var keys = keys(new IssuerKeys(SHORT, SHORT, LONG));
        find(keys, "known");
        issuer.stop(0);
        int before = fetched.get();
        await().during(Duration.ofMillis(50)).until(() -> find(keys, "known").size() == 1);
        assertThat(find(keys, "unknown")).isEmpty();
        assertThat(fetched).hasValue(before);
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
