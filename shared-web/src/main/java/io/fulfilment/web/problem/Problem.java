package io.fulfilment.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * One occurrence of an error, as the client gets it.
 *
 * @param detail what went wrong this time; never anything that the caller may not know
 * @param faults where, if it can be said; may be empty
 * @param headers to be sent with it
 */
public record Problem(ProblemType type, String detail, List<Fault> faults, Map<String, String> headers) {

    public Problem {
        faults = List.copyOf(faults);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
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
