package io.fulfilment.web.security;

import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers requests without a valid token, with the challenge of RFC 6750 in the header. */
class Unauthenticated implements AuthenticationEntryPoint {

    private static final Problem PROBLEM =
            Problem.of(ProblemType.UNAUTHENTICATED, "The access token is missing, malformed, expired or not ours");

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        try {
            challenge.commence(request, response, refused);
        } catch (ServletException e) {
            throw new IllegalStateException("setting a header failed", e);
        }
        ProblemWriter.write(PROBLEM, request, response);
    }
}
