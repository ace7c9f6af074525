package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an identity provider of our own has to bear. */
class UnknownKeysTest extends SampleTest {

    private static final String ISSUER = "http://issuer";
    private static final AtomicInteger FETCHED = new AtomicInteger();
    private static final RSAKey KEY = newKey();
    private static final HttpServer SERVER = serve();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("oidc.issuer", () -> ISSUER);
        registry.add(
                "oidc.jwks-uri", () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/keys");
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @Test
    void tokensOfUnknownKeysMakeTheKeysBeFetchedOnceInAWhileOnly() {
        assertThat(send(as(token("known"), "/caller")).status()).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            assertThat(send(as(token(UUID.randomUUID().toString()), "/caller")).problem())
                    .isEqualTo("401 /problems/unauthenticated");
        }
        assertThat(FETCHED.get()).isBetween(1, 5);
        assertThat(send(as(token("known"), "/caller")).status()).isEqualTo(200);
    }

    private static String token(String keyId) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .subject("alice")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new AssertionError("cannot sign", e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("known").generate();
        } catch (JOSEException e) {
            throw new AssertionError("cannot make a key", e);
        }
    }

    private static HttpServer serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                FETCHED.incrementAndGet();
                try (exchange) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError("cannot serve keys", e);
        }
    }
}
