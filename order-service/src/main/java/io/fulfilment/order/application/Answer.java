package io.fulfilment.order.application;

import io.fulfilment.events.value.OrderId;

/**
 * What a customer is answered when she places an order, and again whenever she repeats the request.
 *
 * @param body the order in JSON, kept as it was first sent
 */
public record Answer(OrderId orderId, String body) {}
