package io.fulfilment.events.order;

import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;

/** What order-service answers. */
@PublishedTo(Topic.SAGA_REPLIES)
public sealed interface OrderReply extends SagaReply {

    sealed interface ToConfirmOrder extends OrderReply permits ConfirmOrderSucceeded, ConfirmOrderRefused {}

    sealed interface ToRejectOrder extends OrderReply permits RejectOrderSucceeded, RejectOrderRefused {}

    sealed interface ToCompleteOrder extends OrderReply permits CompleteOrderSucceeded {}

    sealed interface ToCancelOrder extends OrderReply permits CancelOrderSucceeded {}

    @MessageType("io.fulfilment.order.ConfirmOrderSucceeded")
    record ConfirmOrderSucceeded(SagaId sagaId, OrderId orderId) implements ToConfirmOrder {}

    /**
     * The order is on its way to another end already.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.order.ConfirmOrderRefused")
    record ConfirmOrderRefused(SagaId sagaId, OrderId orderId, String reason) implements ToConfirmOrder {}

    @MessageType("io.fulfilment.order.RejectOrderSucceeded")
    record RejectOrderSucceeded(SagaId sagaId, OrderId orderId) implements ToRejectOrder {}

    @MessageType("io.fulfilment.order.CompleteOrderSucceeded")
    record CompleteOrderSucceeded(SagaId sagaId, OrderId orderId) implements ToCompleteOrder {}

    /**
     * The order is being cancelled, and will end so.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.order.RejectOrderRefused")
    record RejectOrderRefused(SagaId sagaId, OrderId orderId, String reason) implements ToRejectOrder {}

    @MessageType("io.fulfilment.order.CancelOrderSucceeded")
    record CancelOrderSucceeded(SagaId sagaId, OrderId orderId) implements ToCancelOrder {}
}
