package io.fulfilment.console.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Brings people who have signed in to where they wanted to go, in a session that lasts: that of a stranger is short. */
final class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Duration A_WORKING_DAY = Duration.ofHours(8);

    Arrival(RequestCache wanted) {
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        request.getSession().setMaxInactiveInterval(Math.toIntExact(A_WORKING_DAY.toSeconds()));
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
