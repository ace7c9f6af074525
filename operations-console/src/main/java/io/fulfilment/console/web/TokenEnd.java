package io.fulfilment.console.web;

import io.fulfilment.console.lag.Moments;
import io.fulfilment.web.filter.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Takes nobody for signed in whose ID token has ended, however long her session would last: the identity provider is asked again,
 * which knows whether she may still come in.
 */
final class TokenEnd extends RequestFilter {

    private final Moments moments;

    TokenEnd(Moments moments) {
        this.moments = moments;
    }

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasEnded(SecurityContextHolder.getContext().getAuthentication())) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean hasEnded(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof OidcUser user
                && !isAhead(user.getIdToken().getExpiresAt());
    }

    private boolean isAhead(@Nullable Instant end) {
        return end != null && moments.now().at().isBefore(end);
    }
}
