package io.fulfilment.web.limit;

import io.fulfilment.web.filter.RequestFilter;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Refuses bodies that are announced to be too large, and stops reading those that turn out to be, or take too long. */
class BodyLimitFilter extends RequestFilter {

    private final long limit;
    private final Duration patience;

    BodyLimitFilter(long limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "A body has at most " + limit + " bytes");
    }

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            ProblemWriter.write(tooLarge(limit), request, response);
        } else {
            chain.doFilter(hasBody(request) ? new LimitedRequest(request, limit, patience) : request, response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
