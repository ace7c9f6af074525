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
import java.util.function.IntSupplier;

/**
 * Turns requests away while many already wait for a database connection (pattern: load shedding). Connections are given in
 * the order in which they were asked for, to requests, consumers and the outbox relay alike: behind a queue of requests that
 * is longer than their patience, none of them would get anything done, and the clients' repetitions would keep it so.
 */
class DatabaseQueueFilter extends RequestFilter {

    private static final Problem PROBLEM =
            Problem.unavailable("Too many requests wait for the database", Duration.ofSeconds(1));

    private final IntSupplier waiting;
    private final int limit;

    DatabaseQueueFilter(IntSupplier waiting, int limit) {
        this.waiting = waiting;
        this.limit = limit;
    }

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (waiting.getAsInt() >= limit) {
            ProblemWriter.write(PROBLEM, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
