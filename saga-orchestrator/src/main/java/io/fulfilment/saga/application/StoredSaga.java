package io.fulfilment.saga.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInstance;
import java.util.Set;
import java.util.UUID;

/**
 * An instance with what surrounds it.
 *
 * @param correlationId of the conversation that the order began
 * @param version how often it was stored
 */
public record StoredSaga<D>(
        SagaDefinition<D> definition, SagaInstance<D> instance, OrderId orderId, UUID correlationId, int version) {

    /** What an operator can have done to it. */
    public Set<OperatorAct> choices() {
        return SagaEngine.choices(definition, instance);
    }
}
