package io.fulfilment.saga.fulfilment;

import io.fulfilment.saga.engine.SagaDefinition;
import java.util.List;

/** Every saga, in every version that instances may still be at. */
public final class OrderSagas {

    public static final List<SagaDefinition<?>> ALL =
            List.of(OrderFulfilmentV1.DEFINITION, OrderFulfilment.DEFINITION, OrderCancellation.DEFINITION);

    private OrderSagas() {}
}
