package io.fulfilment.saga.fulfilment;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.payment.PaymentCommand.AuthorizePayment;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentCommand.VoidPayment;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.saga.engine.Failure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the saga knows of its order: as much as its commands need.
 *
 * @param instrument how the customer pays; forgotten as soon as it is no longer needed
 * @param email personal data: not for logs
 * @param reason why the order is rejected; null unless it is
 * @param cancelled true once the order is to be cancelled; null before
 */
public record Fulfilment(
        SagaId sagaId,
        OrderId orderId,
        CustomerId customerId,
        List<OrderLine> lines,
        Money total,
        @Nullable PaymentInstrument instrument,
        String email,
        @Nullable RejectionReason reason,
        @Nullable Boolean cancelled) {

    public Fulfilment {
        lines = List.copyOf(lines);
    }

    public static Fulfilment of(SagaId sagaId, OrderPlaced order) {
        return new Fulfilment(
                sagaId,
                order.orderId(),
                order.customerId(),
                order.lines(),
                order.total(),
                order.payment(),
                order.email(),
                null,
                null);
    }

    ReserveStock reserveStock() {
        var wanted = lines.stream()
                .map(line -> new StockLine(line.sku(), line.quantity()))
                .toList();
        return new ReserveStock(sagaId, orderId, wanted);
    }

    ReleaseStock releaseStock() {
        return new ReleaseStock(sagaId, orderId);
    }

    AuthorizePayment authorizePayment() {
        var known = Objects.requireNonNull(instrument, "the payment instrument is forgotten once it was used");
        return new AuthorizePayment(sagaId, orderId, customerId, total, known);
    }

    VoidPayment voidPayment() {
        return new VoidPayment(sagaId, orderId);
    }

    ConfirmOrder confirmOrder() {
        return new ConfirmOrder(sagaId, orderId);
    }

    CapturePayment capturePayment() {
        return new CapturePayment(sagaId, orderId);
    }

    DispatchStock dispatchStock() {
        return new DispatchStock(sagaId, orderId);
    }

    CompleteOrder completeOrder() {
        return new CompleteOrder(sagaId, orderId);
    }

    RejectOrder rejectOrder() {
        return new RejectOrder(sagaId, orderId, Objects.requireNonNull(reason, "only a failed saga rejects its order"));
    }

    NotifyCustomer notifyOfCompletion() {
        return notify(NotificationKind.ORDER_COMPLETED);
    }

    NotifyCustomer notifyOfRejection() {
        return notify(NotificationKind.ORDER_REJECTED);
    }

    Fulfilment withoutInstrument() {
        return with(reason, cancelled);
    }

    Fulfilment rejectedFor(Failure failure) {
        return failure.reason().equals(Failure.CANCELLED)
                ? toBeCancelled()
                : with(RejectionReason.valueOf(failure.reason()), cancelled);
    }

    Fulfilment toBeCancelled() {
        return with(reason, true);
    }

    /** The other end that an undone order may have is to be cancelled. */
    boolean isWanted() {
        return cancelled == null;
    }

    @Override
    public String toString() {
        return "Fulfilment[" + orderId + "]";
    }

    // Whatever changes, the instrument has been used by then, or is of no use any more.
    private Fulfilment with(@Nullable RejectionReason why, @Nullable Boolean end) {
        return new Fulfilment(sagaId, orderId, customerId, lines, total, null, email, why, end);
    }

    private NotifyCustomer notify(NotificationKind kind) {
        return new NotifyCustomer(sagaId, orderId, customerId, kind, email, lines, total, reason);
    }
}
