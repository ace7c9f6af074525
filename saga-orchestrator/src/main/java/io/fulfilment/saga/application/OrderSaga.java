package io.fulfilment.saga.application;

import io.fulfilment.events.value.OrderId;

/** Names a saga: an order has at most one of each type. */
record OrderSaga(String type, OrderId order) {

    static OrderSaga of(StoredSaga<?> saga) {
        return new OrderSaga(saga.definition().type(), saga.orderId());
    }
}
