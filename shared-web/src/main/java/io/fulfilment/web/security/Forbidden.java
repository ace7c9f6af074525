package io.fulfilment.web.security;

import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers callers who are known, but may not do this, or ask for what isn't there for anybody. */
class Forbidden implements AccessDeniedHandler {

    private static final Problem PROBLEM = Problem.of(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.title());

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        ProblemWriter.write(Unlisted.isBehind(refused) ? Problem.notFound() : PROBLEM, request, response);
    }
}
