package io.fulfilment.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers requests that failed, and leaves a trace of what is our fault or our dependencies'; the client's own is told to
 * the client only.
 */
class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isClientGone(thrown)) {
            LOG.debug("the client has gone while an answer was written", thrown);
            return;
        }
        var problem = Problems.of(thrown);
        record(problem, thrown, request);
        ProblemWriter.write(problem, request, response);
    }

    /** Whatever converters have wrapped around it: there is nobody to tell. */
    static boolean isClientGone(Exception thrown) {
        return Causes.find(thrown, AsyncRequestNotUsableException.class) != null;
    }

    private static void record(Problem problem, Throwable thrown, HttpServletRequest request) {
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
