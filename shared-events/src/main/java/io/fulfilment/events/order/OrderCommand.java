package io.fulfilment.events.order;

import io.fulfilment.events.Command;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.SagaId;

/** What order-service is asked. */
@PublishedTo(Topic.ORDER_COMMANDS)
public sealed interface OrderCommand extends Command {

    SagaId sagaId();

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** The saga's pivot; answered by {@link OrderReply.ToConfirmOrder}. */
    @MessageType("io.fulfilment.order.ConfirmOrder")
    record ConfirmOrder(SagaId sagaId, OrderId orderId) implements OrderCommand {}

    /** Answered by {@link OrderReply.ToRejectOrder}. */
    @MessageType("io.fulfilment.order.RejectOrder")
    record RejectOrder(SagaId sagaId, OrderId orderId, RejectionReason reason) implements OrderCommand {}

    /** Answered by {@link OrderReply.ToCompleteOrder}. */
    @MessageType("io.fulfilment.order.CompleteOrder")
    record CompleteOrder(SagaId sagaId, OrderId orderId) implements OrderCommand {}

    /** Closes an order whose cancellation was asked for; answered by {@link OrderReply.ToCancelOrder}. */
    @MessageType("io.fulfilment.order.CancelOrder")
    record CancelOrder(SagaId sagaId, OrderId orderId) implements OrderCommand {}
}
