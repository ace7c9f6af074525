package io.fulfilment.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what other filters throw, security's among them. */
class ProblemFilter extends OncePerRequestFilter {

    private final ProblemLog log;

    ProblemFilter(ProblemLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                throw e;
            }
            var problem = Problems.of(e);
            log.record(problem, e, request);
            ProblemWriter.write(problem, request, response);
        }
    }
}
