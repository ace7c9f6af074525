package io.fulfilment.console.web;

import io.fulfilment.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what pages throw with a page, whose model begins empty; the API's problems are JSON. */
@ControllerAdvice(assignableTypes = LagPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFaults {

    private static final Logger LOG = LoggerFactory.getLogger(PageFaults.class);

    @ExceptionHandler
    String refuse(ProblemException thrown, Model model, @Nullable Principal principal, HttpServletResponse response) {
        model.addAttribute(SignedIn.USER, SignedIn.user(principal));
        response.setStatus(thrown.problem().type().status());
        return ErrorPages.page(
                model, thrown.problem().type().title(), thrown.problem().detail());
    }

    @ExceptionHandler
    String admit(Exception thrown, Model model, @Nullable Principal principal, HttpServletResponse response) {
        LOG.error("A page failed", thrown);
        model.addAttribute(SignedIn.USER, SignedIn.user(principal));
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return ErrorPages.page(model, "Something went wrong on our side", "It has been noted. Try again.");
    }
}
