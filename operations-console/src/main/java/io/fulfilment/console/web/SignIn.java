package io.fulfilment.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends people to the identity provider, and says so if that came to nothing. */
final class SignIn implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** A page that is there already is loaded anew, and so comes here again. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (Requests.isForFragment(request)) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/oauth2/authorization/" + SignInConfiguration.PROVIDER);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("A sign-in failed: {}", failure.getMessage());
        response.sendRedirect("/sign-in-failed");
    }
}
