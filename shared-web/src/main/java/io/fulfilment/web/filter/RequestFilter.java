package io.fulfilment.web.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sees a request when it comes in, and no second time: filters are registered for that kind of dispatch unless they say
 * otherwise. Spring's {@code OncePerRequestFilter} would keep count in each request.
 */
public abstract class RequestFilter implements Filter {

    @Override
    public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    protected abstract void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException;
}
