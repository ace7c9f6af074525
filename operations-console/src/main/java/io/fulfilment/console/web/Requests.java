package io.fulfilment.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Tells requests of browsers from those of programs. */
final class Requests {

    private static final List<String> OF_PAGES =
            List.of("/lag", "/fragments", "/assets", "/webjars", "/oauth2", "/login", "/logout", "/sign-in-failed");
    private static final List<String> OF_PROGRAMS = List.of("/api", "/v3");

    private Requests() {}

    /** For a page or what belongs to one, or by somebody who would see the answer. */
    static boolean isForPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isSeen = accepts(request, MediaType.TEXT_HTML_VALUE) && !isBelow(OF_PROGRAMS, path);
        return (isSeen || path.equals("/") || isBelow(OF_PAGES, path)) && !isForManagement(request);
    }

    /** By a script of a page, which has no token to show. */
    static boolean isOfSession(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                && HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getRequestedSessionId() != null;
    }

    /** For a part of a page that is there already. */
    static boolean isForFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Whom to bring back after she has signed in. */
    static boolean isForWholePage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && isBelow(List.of("/lag"), request.getRequestURI())
                && !isForFragment(request);
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(type);
    }

    private static boolean isBelow(List<String> folders, String path) {
        return folders.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static boolean isForManagement(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()), "management");
    }
}
