package io.fulfilment.web.problem;

import io.fulfilment.web.filter.RequestFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what other filters throw, security's among them. */
class ProblemFilter extends RequestFilter {

    private final ProblemAnswers answers;

    ProblemFilter(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() && !ProblemAnswers.isClientGone(e)) {
                throw e;
            }
            answers.answer(e, request, response);
        }
    }
}
