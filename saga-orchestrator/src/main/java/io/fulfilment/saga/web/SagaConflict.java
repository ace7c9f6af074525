package io.fulfilment.saga.web;

import io.fulfilment.saga.query.SagaView;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemException;
import io.fulfilment.web.problem.ProblemType;

/** What stands against an act, in the client's terms. */
final class SagaConflict {

    private static final ProblemType NOT_NOW =
            new ProblemType("saga-conflict", 409, "The saga does not allow this as it stands");

    private SagaConflict() {}

    static ProblemException notNow(SagaView saga) {
        return of("The saga is " + standing(saga));
    }

    static ProblemException movedOn(int version, SagaView saga) {
        return of("The saga has moved on since version " + version + ": it is at version " + saga.version() + ", "
                + standing(saga));
    }

    static ProblemException of(String detail) {
        return Problem.of(NOT_NOW, detail).asException();
    }

    private static String standing(SagaView saga) {
        var choices = saga.acts().isEmpty() ? "nothing" : saga.acts().toString();
        return saga.status() + "; it allows " + choices;
    }
}
