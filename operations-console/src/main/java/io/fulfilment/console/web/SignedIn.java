package io.fulfilment.console.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who has signed in, if anybody has. */
@ControllerAdvice(assignableTypes = {LagPages.class, ErrorPages.class})
class SignedIn {

    static final String USER = "user";

    @ModelAttribute(USER)
    static @Nullable String user(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }
}
