package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import org.jspecify.annotations.Nullable;

/** What an operator has to say. */
final class ReasonGiven {

    private ReasonGiven() {}

    /** Where a dry run needs none, and the act itself does. */
    static Decision required(@Nullable String reason, Caller operator) {
        if (reason == null) {
            throw Problem.invalid(Fault.at("/reason", "is required")).asException();
        }
        return new Decision(operator.subject(), reason);
    }
}
