package io.fulfilment.saga.fulfilment;

import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderCommand.CancelOrder;
import io.fulfilment.events.payment.PaymentCommand.RefundPayment;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.SagaId;
import java.util.List;
import java.util.UUID;

/**
 * What the saga knows of the order that it cancels.
 *
 * @param email personal data: not for logs
 */
public record Cancellation(
        SagaId sagaId, OrderId orderId, CustomerId customerId, List<OrderLine> lines, Money total, String email) {

    public Cancellation {
        lines = List.copyOf(lines);
    }

    static Cancellation of(UUID saga, Fulfilment order) {
        return new Cancellation(
                new SagaId(saga), order.orderId(), order.customerId(), order.lines(), order.total(), order.email());
    }

    RefundPayment refundPayment() {
        return new RefundPayment(sagaId, orderId);
    }

    Restock restock() {
        return new Restock(sagaId, orderId);
    }

    CancelOrder cancelOrder() {
        return new CancelOrder(sagaId, orderId);
    }

    NotifyCustomer notifyOfCancellation() {
        return new NotifyCustomer(
                sagaId, orderId, customerId, NotificationKind.ORDER_CANCELLED, email, lines, total, null);
    }

    @Override
    public String toString() {
        return "Cancellation[" + orderId + "]";
    }
}
