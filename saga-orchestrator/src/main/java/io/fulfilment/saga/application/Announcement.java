package io.fulfilment.saga.application;

import io.fulfilment.events.saga.SagaEvent;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.saga.engine.Milestone;

/** What is said to everybody of a saga's milestone. */
final class Announcement {

    private Announcement() {}

    static SagaEvent of(Milestone milestone, StoredSaga<?> stored) {
        var saga = new SagaId(stored.instance().id());
        var order = stored.orderId();
        return switch (milestone) {
            case Milestone.Started() ->
                new SagaEvent.SagaStarted(
                        saga,
                        order,
                        stored.definition().type(),
                        stored.definition().version());
            case Milestone.CancellationRequested() -> new SagaEvent.SagaCancellationRequested(saga, order);
            case Milestone.CompensationStarted(var failure) ->
                new SagaEvent.SagaCompensationStarted(saga, order, failure.step(), failure.reason());
            case Milestone.StepGivenUp(var step, var reason) ->
                new SagaEvent.SagaStepGivenUp(saga, order, step, reason);
            case Milestone.Parked(var step, var reason) -> new SagaEvent.SagaParked(saga, order, step, reason);
            case Milestone.Resumed(var step) -> new SagaEvent.SagaResumed(saga, order, step);
            case Milestone.OperatorActed(var act, var step, var by, var reason) ->
                new SagaEvent.SagaOperatorActed(saga, order, act.name(), step, by, reason);
            case Milestone.Completed() -> new SagaEvent.SagaCompleted(saga, order);
            case Milestone.Compensated() -> new SagaEvent.SagaCompensated(saga, order);
        };
    }
}
