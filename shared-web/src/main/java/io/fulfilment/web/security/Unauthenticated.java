package io.fulfilment.web.security;

import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers requests without a valid token, with the challenge of RFC 6750 in the header. */
class Unauthenticated implements AuthenticationEntryPoint {

    private static final Problem MISSING = problem("Bearer");
    private static final Problem REFUSED = problem("Bearer error=\"invalid_token\"");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        ProblemWriter.write(refused instanceof OAuth2AuthenticationException ? REFUSED : MISSING, request, response);
    }

    private static Problem problem(String challenge) {
        return Problem.of(ProblemType.UNAUTHENTICATED, "The access token is missing, malformed, expired or not ours")
                .withHeaders(Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
