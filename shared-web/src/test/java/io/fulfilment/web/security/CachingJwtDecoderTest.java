package io.fulfilment.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class CachingJwtDecoderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void aLiveTokenIsCheckedOnce() {
        var decoder = decoder(NOW.plusSeconds(1));
        assertThat(decoder.decode("token")).isSameAs(decoder.decode("token"));
        assertThat(checks).hasValue(1);
    }

    @Test
    void anExpiredTokenIsCheckedAnew() {
        var decoder = decoder(NOW);
        decoder.decode("token");
        decoder.decode("token");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aRefusalIsNotRemembered() {
        JwtDecoder refusing = token -> {
            checks.incrementAndGet();
            throw new BadJwtException("refused");
        };
        var decoder = new CachingJwtDecoder(refusing, Clock.fixed(NOW, ZoneOffset.UTC));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> decoder.decode("token")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checks).hasValue(2);
    }

    private CachingJwtDecoder decoder(Instant expiry) {
        JwtDecoder counting = token -> {
            checks.incrementAndGet();
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject("alice")
                    .expiresAt(expiry)
                    .build();
        };
        return new CachingJwtDecoder(counting, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
