package io.fulfilment.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a trace of what is our fault or our dependencies'; the client's own is told to the client only. */
class ProblemLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    void record(Problem problem, Throwable thrown, HttpServletRequest request) {
        if (problem.type().equals(ProblemType.INTERNAL_ERROR)) {
            LOG.error("{} failed", request.getMethod(), thrown);
        } else if (problem.type().equals(ProblemType.DEPENDENCY_UNAVAILABLE)) {
            LOG.warn("{}: {}", problem.detail(), thrown.toString());
        }
    }
}
