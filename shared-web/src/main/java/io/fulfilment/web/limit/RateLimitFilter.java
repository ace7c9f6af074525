package io.fulfilment.web.limit;

import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.problem.ProblemWriter;
import io.fulfilment.web.security.SecurityRules;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns subjects away that ask too often; operators are trusted to know what they do. */
class RateLimitFilter extends OncePerRequestFilter {

    private static final Problem PROBLEM = Problem.of(ProblemType.RATE_LIMITED, ProblemType.RATE_LIMITED.title());

    private final RateLimit limit;

    RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() == null || request.isUserInRole(SecurityRules.OPERATOR);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = limit.take(request.getUserPrincipal().getName());
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            ProblemWriter.write(PROBLEM.retryAfter(wait), request, response);
        }
    }
}
