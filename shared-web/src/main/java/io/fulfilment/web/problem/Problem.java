package io.fulfilment.web.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * One occurrence of an error, as the client gets it.
 *
 * @param detail what went wrong this time; never anything that the caller may not know
 * @param faults where, if it can be said; may be empty, and has no more than a hundred
 * @param headers to be sent with it; {@code Retry-After} is among them if the type says that it passes
 */
public record Problem(ProblemType type, String detail, List<Fault> faults, Map<String, String> headers) {

    private static final int MOST_FAULTS = 100;

    public Problem {
        faults = List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
        headers = type.passes() && !headers.containsKey(HttpHeaders.RETRY_AFTER)
                ? inASecond(headers)
                : Map.copyOf(headers);
    }

    private static Map<String, String> inASecond(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(HttpHeaders.RETRY_AFTER, "1");
        return Map.copyOf(all);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    /** What a bare status says. */
    static Problem of(HttpStatusCode status) {
        var type = ProblemType.ofStatus(status);
        return of(type, type.title());
    }

    /** A request that can be read, but not be accepted. */
    public static Problem invalid(Fault... faults) {
        return invalid(List.of(faults));
    }

    /** As {@link #invalid(Fault...)}. */
    public static Problem invalid(List<Fault> faults) {
        return of(ProblemType.VALIDATION, ProblemType.VALIDATION.title()).withFaults(faults);
    }

    /** What is not there, or not for the caller to know of. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.title());
    }

    /** Something that is likely to work after a while. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(ProblemType.DEPENDENCY_UNAVAILABLE, detail).retryAfter(retryAfter);
    }

    public Problem withFaults(List<Fault> others) {
        return new Problem(type, detail, others, headers);
    }

    public Problem withHeaders(Map<String, String> others) {
        return new Problem(type, detail, faults, others);
    }

    /** Tells the client to come back, at the earliest in a second. */
    public Problem retryAfter(Duration duration) {
        long seconds = Math.max(1, duration.plusNanos(999_999_999).toSeconds());
        return withHeaders(Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
