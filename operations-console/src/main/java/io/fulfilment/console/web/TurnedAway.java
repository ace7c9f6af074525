package io.fulfilment.console.web;

import io.fulfilment.web.security.SecurityRules;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Turns people away who have signed in: those who are no operators, and operators from what isn't there. A form of a
 * session that is over leads to the page of the new one.
 */
final class TurnedAway implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (refused instanceof CsrfException) {
            response.sendRedirect("/");
        } else if (request.isUserInRole(SecurityRules.OPERATOR)) {
            show(ErrorPages.NOT_FOUND, HttpServletResponse.SC_NOT_FOUND, request, response);
        } else {
            show(ErrorPages.FORBIDDEN, HttpServletResponse.SC_FORBIDDEN, request, response);
        }
    }

    private static void show(String page, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(status);
        request.getRequestDispatcher(page).forward(request, response);
    }
}
