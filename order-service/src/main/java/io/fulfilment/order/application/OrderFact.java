package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderCancelled;
import io.fulfilment.events.order.OrderEvent.OrderCompleted;
import io.fulfilment.events.order.OrderEvent.OrderConfirmed;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.order.OrderEvent.OrderRejected;
import io.fulfilment.events.order.OrderEvent.StatusEvent;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact about an order and the version that the order has with it.
 *
 * @param version 1 for the placing, and one more with each fact
 */
public record OrderFact(StatusEvent event, long version) {

    public OrderId orderId() {
        return event.orderId();
    }

    public OrderStatus status() {
        return switch (event) {
            case OrderPlaced _ -> OrderStatus.PENDING;
            case OrderConfirmed _ -> OrderStatus.CONFIRMED;
            case OrderCompleted _ -> OrderStatus.COMPLETED;
            case OrderRejected _ -> OrderStatus.REJECTED;
            case OrderCancellationRequested _ -> OrderStatus.CANCELLING;
            case OrderCancelled _ -> OrderStatus.CANCELLED;
        };
    }

    public @Nullable RejectionReason reason() {
        return event instanceof OrderRejected rejected ? rejected.reason() : null;
    }

    public Instant at() {
        return switch (event) {
            case OrderPlaced placed -> placed.placedAt();
            case OrderConfirmed confirmed -> confirmed.confirmedAt();
            case OrderCompleted completed -> completed.completedAt();
            case OrderRejected rejected -> rejected.rejectedAt();
            case OrderCancellationRequested requested -> requested.requestedAt();
            case OrderCancelled cancelled -> cancelled.cancelledAt();
        };
    }
}
