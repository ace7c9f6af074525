package io.fulfilment.web.problem;

import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What an exception means to the client. */
final class Problems {

    private Problems() {}

    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.problem();
            case HttpMessageNotReadableException e -> unreadable(e);
            case InvalidParameterException _, RequestRejectedException _ ->
                Problem.of(ProblemType.BAD_REQUEST, ProblemType.BAD_REQUEST.title());
            case BindException e -> InvalidInput.of(e);
            case HandlerMethodValidationException e -> InvalidInput.of(e);
            case MethodArgumentTypeMismatchException e -> InvalidInput.of(e);
            case MissingServletRequestParameterException e ->
                Problem.invalid(Fault.ofParameter(e.getParameterName(), "is required"));
            case MissingRequestHeaderException e -> Problem.invalid(Fault.ofHeader(e.getHeaderName(), "is required"));
            case AccessDeniedException _ -> Problem.of(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.title());
            case AuthenticationServiceException _ -> Outages.IDENTITY_PROVIDER;
            case AuthenticationException _ ->
                Problem.of(ProblemType.UNAUTHENTICATED, ProblemType.UNAUTHENTICATED.title());
            default -> thrown instanceof ErrorResponse response ? ofResponse(response) : unexpected(thrown);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException thrown) {
        var known = Causes.find(thrown, ProblemException.class);
        if (known != null) {
            return known.problem();
        }
        return Causes.find(thrown, SocketTimeoutException.class) != null
                ? Problem.of(ProblemType.REQUEST_TIMEOUT, ProblemType.REQUEST_TIMEOUT.title())
                : Problem.of(ProblemType.MALFORMED_JSON, "The body is missing or cannot be read");
    }

    /** Exceptions of the framework know their status, their headers, and how to say it. */
    private static Problem ofResponse(ErrorResponse response) {
        var type = ProblemType.ofStatus(response.getStatusCode());
        String detail = response.getBody().getDetail();
        Map<String, String> headers = new HashMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return response.getStatusCode() == HttpStatus.NOT_FOUND
                ? Problem.notFound()
                : Problem.of(type, detail == null ? type.title() : detail).withHeaders(headers);
    }

    private static Problem unexpected(Throwable thrown) {
        var known = Causes.find(thrown, ProblemException.class);
        if (known != null) {
            return known.problem();
        }
        return Outages.isOutage(thrown)
                ? Outages.DATABASE
                : Problem.of(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.title());
    }
}
