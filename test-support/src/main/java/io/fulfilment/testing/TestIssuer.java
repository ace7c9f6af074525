package io.fulfilment.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Publishes a key over HTTP and signs with it. */
final class TestIssuer {

    private static final int MODULUS_BITS = 2048;
    private static final String KEYS_PATH = "/oauth2/jwks";

    private final RSAKey key = newKey();
    private final RSAKey untrusted = newKey();
    private final String uri;

    private TestIssuer() {
        this.uri = "http://127.0.0.1:" + serve().getAddress().getPort();
    }

    static TestIssuer shared() {
        return Holder.INSTANCE;
    }

    private HttpServer serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(KEYS_PATH, this::answerWithKeys);
            // Its thread is a daemon's child only if it is started by one; otherwise it would keep the JVM alive.
            Thread.ofPlatform().daemon().start(server::start).join();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the issuer", e);
        }
    }

    private void answerWithKeys(HttpExchange exchange) throws IOException {
        byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String uri() {
        return uri;
    }

    String keysUri() {
        return uri + KEYS_PATH;
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    String forge(JWTClaimsSet claims) {
        return sign(claims, untrusted);
    }

    private String sign(JWTClaimsSet claims, RSAKey signingKey) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(signingKey));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(MODULUS_BITS).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    private static final class Holder {
        static final TestIssuer INSTANCE = new TestIssuer();
    }
}
