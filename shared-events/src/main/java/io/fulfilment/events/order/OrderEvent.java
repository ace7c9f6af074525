package io.fulfilment.events.order;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.ShippingAddress;
import java.time.Instant;
import java.util.List;

/** What order-service states. */
@PublishedTo(Topic.ORDER_EVENTS)
public sealed interface OrderEvent extends Event {

    OrderId orderId();

    /** A fact that changes the order's status. */
    sealed interface StatusEvent extends OrderEvent {}

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** @param email personal data: not for logs */
    @MessageType("io.fulfilment.order.OrderPlaced")
    record OrderPlaced(
            OrderId orderId,
            CustomerId customerId,
            List<OrderLine> lines,
            Money total,
            PaymentInstrument payment,
            String email,
            ShippingAddress shippingAddress,
            Instant placedAt)
            implements StatusEvent {

        public OrderPlaced {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "OrderPlaced[" + orderId + "]";
        }
    }

    /** The order will be fulfilled: stock is reserved and payment authorised. */
    @MessageType("io.fulfilment.order.OrderConfirmed")
    record OrderConfirmed(OrderId orderId, Instant confirmedAt) implements StatusEvent {}

    @MessageType("io.fulfilment.order.OrderRejected")
    record OrderRejected(OrderId orderId, RejectionReason reason, Instant rejectedAt) implements StatusEvent {}

    /** Money is captured and goods are on their way. */
    @MessageType("io.fulfilment.order.OrderCompleted")
    record OrderCompleted(OrderId orderId, Instant completedAt) implements StatusEvent {}

    /**
     * The order will end as cancelled: what was done for it is being undone.
     *
     * @param requestedBy the subject of the customer or of the operator who asked for it; personal data: not for logs
     * @param note in her words; personal data: not for logs
     */
    @MessageType("io.fulfilment.order.OrderCancellationRequested")
    record OrderCancellationRequested(OrderId orderId, String requestedBy, String note, Instant requestedAt)
            implements StatusEvent {

        @Override
        public String toString() {
            return "OrderCancellationRequested[" + orderId + "]";
        }
    }

    /** No money is kept and no goods are on their way. */
    @MessageType("io.fulfilment.order.OrderCancelled")
    record OrderCancelled(OrderId orderId, Instant cancelledAt) implements StatusEvent {}

    /**
     * The order has come to its end, and some time later what was done for it still doesn't fit that end: such as money that is
     * held, or was taken for an order that was rejected.
     *
     * @param finding what doesn't fit, for people; without personal data
     */
    @MessageType("io.fulfilment.order.OrderOutOfBalance")
    record OrderOutOfBalance(OrderId orderId, String finding, Instant foundAt) implements OrderEvent {}
}
