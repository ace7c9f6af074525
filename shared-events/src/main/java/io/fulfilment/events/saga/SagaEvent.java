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
}
