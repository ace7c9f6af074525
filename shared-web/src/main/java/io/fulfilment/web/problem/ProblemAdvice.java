package io.fulfilment.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers what controllers, and what surrounds them, throw; after any handler of the service itself. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private final ProblemLog log;

    ProblemAdvice(ProblemLog log) {
        this.log = log;
    }

    @ExceptionHandler
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = Problems.of(thrown);
        log.record(problem, thrown, request);
        ProblemWriter.write(problem, request, response);
    }

    /** The client has gone while an answer was written: there is nobody to tell. */
    @ExceptionHandler
    void ignore(AsyncRequestNotUsableException gone, HttpServletResponse response) {}
}
