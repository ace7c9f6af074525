package io.fulfilment.web.limit;

import io.fulfilment.web.filter.RequestFilter;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Turns away at once what comes beyond a number of requests in progress (pattern: bulkhead). Each has a virtual thread, so
 * nothing else keeps those that wait for the database from filling the memory.
 */
class ConcurrencyFilter extends RequestFilter {

    private static final Problem PROBLEM =
            Problem.unavailable("More requests are in progress than can be served at once", Duration.ofSeconds(1));

    private final Semaphore free;

    ConcurrencyFilter(int limit) {
        this.free = new Semaphore(limit);
    }

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!free.tryAcquire()) {
            ProblemWriter.write(PROBLEM, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            free.release();
        }
    }
}
