package io.fulfilment.web.correlation;

import io.fulfilment.web.filter.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;

/** Gives every request its correlation id, also those that are refused. */
class CorrelationFilter extends RequestFilter {

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Correlation.of(request, response);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Correlation.LOG_FIELD);
        }
    }
}
