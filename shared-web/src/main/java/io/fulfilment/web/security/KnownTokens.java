package io.fulfilment.web.security;

import java.time.Clock;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Checks a token, and finds out what it allows, once instead of with each request; from its expiry on, each time. Requests
 * share the outcome, so it says nothing about any of them.
 */
class KnownTokens implements AuthenticationManager {

    private static final int GENERATION = 2_500;

    /** Longer ones are checked each time: anybody may send many, and what is remembered has to fit the heap. */
    private static final int LONGEST = 2_048;

    private final AuthenticationManager check;
    private final Clock clock;
    private final RecentlyUsed<String, JwtAuthenticationToken> accepted = new RecentlyUsed<>(GENERATION);

    KnownTokens(AuthenticationManager check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        var known = accepted.get(token);
        return known != null && isLive(known) ? known : remember(token, check.authenticate(request));
    }

    private Authentication remember(String token, Authentication checked) {
        if (token.length() <= LONGEST && checked instanceof JwtAuthenticationToken jwt && isLive(jwt)) {
            accepted.put(token, jwt);
        }
        return checked;
    }

    private boolean isLive(JwtAuthenticationToken jwt) {
        Instant expiry = jwt.getToken().getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
