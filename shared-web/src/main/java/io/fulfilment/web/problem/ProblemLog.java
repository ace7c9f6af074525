package io.fulfilment.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/** Leaves a trace of what is our fault or our dependencies'; the client's own is told to the client only. */
class ProblemLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    void record(Problem problem, Throwable thrown, HttpServletRequest request) {
        if (problem.type().equals(ProblemType.INTERNAL_ERROR)) {
            LOG.error("{} {} failed", request.getMethod(), operation(request), thrown);
        } else if (problem.type().equals(ProblemType.DEPENDENCY_UNAVAILABLE)) {
            LOG.warn("{}: {}", problem.detail(), thrown.toString());
        }
    }

    /** The pattern rather than the path: what is in a path may be about a person. */
    private static Object operation(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "of no operation");
    }
}
