package io.fulfilment.web.limit;

import io.fulfilment.web.filter.RequestFilter;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.problem.ProblemWriter;
import io.fulfilment.web.security.SecurityRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;

/** Turns subjects away that ask too often; operators are trusted to know what they do. */
class RateLimitFilter extends RequestFilter {

    private static final Problem PROBLEM = Problem.of(ProblemType.RATE_LIMITED, ProblemType.RATE_LIMITED.title());

    private final RateLimit limit;

    RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = waitOf(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(PROBLEM.retryAfter(wait), request, response);
        }
    }

    private Duration waitOf(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        return caller == null || request.isUserInRole(SecurityRules.OPERATOR)
                ? Duration.ZERO
                : limit.take(caller.getName());
    }
}
