package io.fulfilment.web.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Checks a token's signature once instead of with each request, and still refuses it as soon as it has expired. */
class CachingJwtDecoder implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Jwt> accepted = new ConcurrentHashMap<>();

    CachingJwtDecoder(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var known = accepted.get(token);
        if (known != null && isLive(known)) {
            return known;
        }
        return remember(token, decoder.decode(token));
    }

    private Jwt remember(String token, Jwt decoded) {
        if (accepted.size() >= MOST) {
            accepted.values().removeIf(jwt -> !isLive(jwt));
        }
        if (accepted.size() >= MOST) {
            accepted.clear();
        }
        accepted.put(token, decoded);
        return decoded;
    }

    private boolean isLive(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
