package io.fulfilment.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes a token from its header. Whether it is one, the decoder finds out, for those that aren't known; it would overlook
 * characters that belong to none, so that one token could come in any number of forms.
 */
class BearerTokens implements AuthenticationConverter {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length());
        if (token.isBlank()) {
            return null;
        }
        if (!token.chars().allMatch(BearerTokens::isPartOfToken)) {
            throw new InvalidBearerTokenException("The token has characters that belong to none");
        }
        return new BearerTokenAuthenticationToken(token);
    }

    /** Base64 for URLs, and the dots between its parts. */
    private static boolean isPartOfToken(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }
}
