package io.fulfilment.saga.fulfilment;

import static io.fulfilment.events.value.RejectionReason.OPERATOR;
import static io.fulfilment.events.value.RejectionReason.OUT_OF_STOCK;
import static io.fulfilment.events.value.RejectionReason.PAYMENT_DECLINED;
import static io.fulfilment.saga.engine.Exchange.ask;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.saga.engine.RetryPolicy;
import io.fulfilment.saga.engine.SagaDefinition;

/** The saga {@code order-fulfilment}. */
public final class OrderFulfilment {

    /** Fifteen minutes: a service may be away for a while before orders are rejected because of it. */
    private static final RetryPolicy OR_UNDO = new RetryPolicy(ofSeconds(30), ofMinutes(8), 5);
    /** An hour and a half, then somebody has to look. */
    private static final RetryPolicy OR_PARK = new RetryPolicy(ofSeconds(30), ofMinutes(10), 14);
    /** Eight hours: whatever hinders an undo, there is no other way out. */
    private static final RetryPolicy PATIENTLY = new RetryPolicy(ofSeconds(30), ofMinutes(30), 20);

    public static final SagaDefinition<Fulfilment> DEFINITION = SagaDefinition.named(
                    "order-fulfilment", 1, Fulfilment.class)
            .compensatable(
                    ask("reserve-stock", Fulfilment::reserveStock, ToReserveStock.class, OR_UNDO)
                            .success(ReserveStockSucceeded.class)
                            .refusal(ReserveStockRefused.class, OUT_OF_STOCK, ReserveStockRefused::reason),
                    ask("release-stock", Fulfilment::releaseStock, ToReleaseStock.class, PATIENTLY)
                            .success(ReleaseStockSucceeded.class))
            .compensatable(
                    ask("authorize-payment", Fulfilment::authorizePayment, ToAuthorizePayment.class, OR_UNDO)
                            .success(AuthorizePaymentSucceeded.class, (order, authorized) -> order.withoutInstrument())
                            .refusal(AuthorizePaymentRefused.class, PAYMENT_DECLINED, AuthorizePaymentRefused::reason),
                    ask("void-payment", Fulfilment::voidPayment, ToVoidPayment.class, PATIENTLY)
                            .success(VoidPaymentSucceeded.class))
            .pivot(
                    // Refused only if somebody else has decided on the order already; that decision stands.
                    ask("confirm-order", Fulfilment::confirmOrder, ToConfirmOrder.class, OR_PARK)
                            .success(ConfirmOrderSucceeded.class)
                            .refusal(ConfirmOrderRefused.class, OPERATOR, ConfirmOrderRefused::reason))
            .retriable(ask("capture-payment", Fulfilment::capturePayment, ToCapturePayment.class, OR_PARK)
                    .success(CapturePaymentSucceeded.class)
                    .refusal(CapturePaymentRefused.class, CapturePaymentRefused::reason))
            .retriable(ask("dispatch-stock", Fulfilment::dispatchStock, ToDispatchStock.class, OR_PARK)
                    .success(DispatchStockSucceeded.class)
                    .refusal(DispatchStockRefused.class, DispatchStockRefused::reason))
            .retriable(ask("complete-order", Fulfilment::completeOrder, ToCompleteOrder.class, OR_PARK)
                    .success(CompleteOrderSucceeded.class))
            .expendable(ask("notify-of-completion", Fulfilment::notifyOfCompletion, ToNotifyCustomer.class, OR_PARK)
                    .success(NotifyCustomerSucceeded.class)
                    .refusal(NotifyCustomerFailed.class, NotifyCustomerFailed::reason))
            .whenCompensated(Fulfilment::rejectedFor)
            .thenRetriable(ask("reject-order", Fulfilment::rejectOrder, ToRejectOrder.class, OR_PARK)
                    .success(RejectOrderSucceeded.class))
            .thenExpendable(ask("notify-of-rejection", Fulfilment::notifyOfRejection, ToNotifyCustomer.class, OR_PARK)
                    .success(NotifyCustomerSucceeded.class)
                    .refusal(NotifyCustomerFailed.class, NotifyCustomerFailed::reason))
            .build();

    private OrderFulfilment() {}
}
