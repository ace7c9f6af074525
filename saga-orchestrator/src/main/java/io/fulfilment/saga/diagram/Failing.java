package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;

/** From where a saga goes back. */
final class Failing {

    private Failing() {}

    static boolean canFail(StepDescription step) {
        return switch (step.kind()) {
            case COMPENSATABLE, PIVOT -> true;
            case COMPENSATION, RETRIABLE, EXPENDABLE -> false;
        };
    }

    static boolean canFail(SagaDescription saga) {
        return saga.steps().stream().anyMatch(Failing::canFail);
    }
}
