package io.fulfilment.web.problem;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A kind of error that clients can rely on. Services add theirs as constants of their own.
 *
 * @param name the stable last part of the problem's type, {@code /problems/NAME}
 * @param status the HTTP status that it always has
 * @param title what every problem of this type has in common, for humans
 */
public record ProblemType(String name, int status, String title) {

    public static final ProblemType MALFORMED_JSON = new ProblemType("malformed-json", 400, "The body is not JSON");
    public static final ProblemType VALIDATION = new ProblemType("validation", 400, "The request is not valid");
    public static final ProblemType BAD_REQUEST =
            new ProblemType("bad-request", 400, "The request is not HTTP as it should be");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "A valid access token is needed");
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", 403, "The caller's role does not allow this");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is no such thing");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "The method is not supported here");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "The answer is not available in this form");
    public static final ProblemType REQUEST_TIMEOUT =
            new ProblemType("request-timeout", 408, "The request did not arrive in time");
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", 413, "The body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "The body must be JSON");
    public static final ProblemType RATE_LIMITED = new ProblemType("rate-limited", 429, "Too many requests");
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", 500, "Something went wrong on our side");
    public static final ProblemType DEPENDENCY_UNAVAILABLE =
            new ProblemType("dependency-unavailable", 503, "Something that is needed for this does not answer");

    /** The type as it stands in the problem. */
    public String uri() {
        return "/problems/" + name;
    }

    /** Whether the same request is likely to be served later. */
    boolean passes() {
        return status == RATE_LIMITED.status || status == DEPENDENCY_UNAVAILABLE.status;
    }

    /** For statuses that come without a more telling type. */
    static ProblemType ofStatus(HttpStatusCode code) {
        return Stream.of(
                        BAD_REQUEST,
                        UNAUTHENTICATED,
                        FORBIDDEN,
                        NOT_FOUND,
                        METHOD_NOT_ALLOWED,
                        NOT_ACCEPTABLE,
                        REQUEST_TIMEOUT,
                        PAYLOAD_TOO_LARGE,
                        UNSUPPORTED_MEDIA_TYPE,
                        RATE_LIMITED,
                        DEPENDENCY_UNAVAILABLE)
                .filter(type -> type.status == code.value())
                .findFirst()
                .orElseGet(() -> named(code));
    }

    private static ProblemType named(HttpStatusCode code) {
        return code instanceof HttpStatus status && status != HttpStatus.INTERNAL_SERVER_ERROR
                ? new ProblemType(
                        status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        status.value(),
                        status.getReasonPhrase())
                : INTERNAL_ERROR;
    }
}
