package io.fulfilment.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void aLiveTokenIsCheckedOnce() {
        var tokens = tokens(token -> jwt(token, NOW.plusSeconds(1)));
        assertThat(ask(tokens, "token")).isSameAs(ask(tokens, "token"));
        assertThat(checks).hasValue(1);
    }

    @Test
    void anExpiredTokenIsCheckedAnew() {
        var tokens = tokens(token -> jwt(token, NOW));
        ask(tokens, "token");
        ask(tokens, "token");
        assertThat(checks).hasValue(2);
    }

    @Test
    void oneThatTakesMuchRoomIsNotRemembered() {
        var tokens = tokens(token -> jwt(token, NOW.plusSeconds(1)));
        String token = "x".repeat(2_049);
        ask(tokens, token);
        ask(tokens, token);
        assertThat(checks).hasValue(2);
    }

    @Test
    void aRefusalIsNotRemembered() {
        var tokens = tokens(token -> {
            throw new BadJwtException("refused");
        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ask(tokens, "token")).isInstanceOf(InvalidBearerTokenException.class);
        }
        assertThat(checks).hasValue(2);
    }

    @Test
    void aFloodOfTokensDoesNotDriveOutOneThatIsInUse() {
        var tokens = tokens(token -> jwt(token, NOW.plusSeconds(1)));
        ask(tokens, "token");
        for (int i = 0; i < 50_000; i++) {
            ask(tokens, "other-" + i);
            if (i % 1_000 == 0) {
                ask(tokens, "token");
            }
        }
        assertThat(checks).hasValue(50_001);
        ask(tokens, "other-0");
        assertThat(checks).hasValue(50_002);
    }

    private static Authentication ask(KnownTokens tokens, String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token));
    }

    private KnownTokens tokens(Function<String, Jwt> decoder) {
        var counting = new JwtAuthenticationProvider(token -> {
            checks.incrementAndGet();
            return decoder.apply(token);
        });
        return new KnownTokens(new ProviderManager(counting), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Jwt jwt(String token, Instant expiry) {
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("alice")
                .expiresAt(expiry)
                .build();
    }
}
