package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import org.jspecify.annotations.Nullable;

/** What an operator has to say. */
final class ReasonGiven {

    static final String FORM = "(?s)(?=.*[^\\p{javaWhitespace}])[^\\p{Cc}]{1,500}";
    static final String EXPECTED = "must have 1 to 500 characters, not only blanks and no control characters";

    private ReasonGiven() {}

    /** Where a dry run needs none, and the act itself does. */
    static Decision required(@Nullable String reason, Caller operator) {
        if (reason == null) {
            throw Problem.invalid(Fault.at("/reason", "is required")).asException();
        }
        return new Decision(operator.subject(), reason);
    }
}
