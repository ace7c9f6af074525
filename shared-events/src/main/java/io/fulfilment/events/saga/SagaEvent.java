package io.fulfilment.events.saga;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;

/** What saga-orchestrator states about a saga. */
@PublishedTo(Topic.SAGA_EVENTS)
public sealed interface SagaEvent extends Event {

    SagaId sagaId();

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** @param sagaType such as {@code order-fulfilment} */
    @MessageType("io.fulfilment.saga.SagaStarted")
    record SagaStarted(SagaId sagaId, OrderId orderId, String sagaType, int definitionVersion) implements SagaEvent {}

    @MessageType("io.fulfilment.saga.SagaCompleted")
    record SagaCompleted(SagaId sagaId, OrderId orderId) implements SagaEvent {}

    /**
     * From here on the saga undoes what it did.
     *
     * @param reason why, as a code such as {@code OUT_OF_STOCK}
     */
    @MessageType("io.fulfilment.saga.SagaCompensationStarted")
    record SagaCompensationStarted(SagaId sagaId, OrderId orderId, String step, String reason) implements SagaEvent {}

    @MessageType("io.fulfilment.saga.SagaCompensated")
    record SagaCompensated(SagaId sagaId, OrderId orderId) implements SagaEvent {}

    /**
     * The saga waits for an operator.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.saga.SagaParked")
    record SagaParked(SagaId sagaId, OrderId orderId, String step, String reason) implements SagaEvent {}

    /**
     * A step that the saga can do without was given up.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.saga.SagaStepGivenUp")
    record SagaStepGivenUp(SagaId sagaId, OrderId orderId, String step, String reason) implements SagaEvent {}

    /** The saga was parked and goes on. */
    @MessageType("io.fulfilment.saga.SagaResumed")
    record SagaResumed(SagaId sagaId, OrderId orderId, String step) implements SagaEvent {}

    /**
     * An operator decided.
     *
     * @param act such as {@code RETRY}
     * @param by the operator's subject; personal data: not for logs
     * @param note in her words; personal data: not for logs
     */
    @MessageType("io.fulfilment.saga.SagaOperatorActed")
    record SagaOperatorActed(SagaId sagaId, OrderId orderId, String act, String step, String by, String note)
            implements SagaEvent {

        @Override
        public String toString() {
            return "SagaOperatorActed[" + orderId + ", " + act + "]";
        }
    }

    /**
     * The order is to be cancelled: before the pivot the saga is undone for it, after the pivot another saga follows on this
     * one.
     */
    @MessageType("io.fulfilment.saga.SagaCancellationRequested")
    record SagaCancellationRequested(SagaId sagaId, OrderId orderId) implements SagaEvent {}
}
