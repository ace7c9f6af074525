package io.fulfilment.saga.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInstance;
import java.util.Set;

/**
 * An instance with what surrounds it.
 *
 * @param origin the conversation that the order began, and the trace of what began the saga
 * @param version how often it was stored
 */
public record StoredSaga<D>(
        SagaDefinition<D> definition, SagaInstance<D> instance, OrderId orderId, Cause origin, int version) {

    /** What a saga keeps of the cause that begins it. */
    static Cause origin(Cause cause) {
        return new Cause(cause.correlationId(), null, cause.traceparent());
    }

    /** What an operator can have done to it. */
    public Set<OperatorAct> choices() {
        return SagaEngine.choices(definition, instance);
    }
}
