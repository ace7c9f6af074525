package io.fulfilment.saga.fulfilment;

import static io.fulfilment.events.value.RejectionReason.OPERATOR;
import static io.fulfilment.events.value.RejectionReason.OUT_OF_STOCK;
import static io.fulfilment.events.value.RejectionReason.PAYMENT_DECLINED;
import static io.fulfilment.saga.engine.Exchange.ask;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.fulfilment.events.inventory.InventoryCommand.*;
import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderCommand.*;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentCommand.*;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.saga.engine.RetryPolicy;
import io.fulfilment.saga.engine.SagaDefinition;

/**
 * Version 1 of {@link OrderFulfilment}, for the instances that began with it: the mail waits for the order to be closed, and
 * nothing but attempts is limited.
 */
final class OrderFulfilmentV1 {

    /** Fifteen minutes: a service may be away for a while before orders are rejected because of it. */
    private static final RetryPolicy OR_UNDO = new RetryPolicy(ofSeconds(30), ofMinutes(8), 5);
    /** An hour and a half, then somebody has to look. */
    private static final RetryPolicy OR_PARK = new RetryPolicy(ofSeconds(30), ofMinutes(10), 14);
    /** Eight hours: whatever hinders an undo, there is no other way out. */
    private static final RetryPolicy PATIENTLY = new RetryPolicy(ofSeconds(30), ofMinutes(30), 20);

    public static final SagaDefinition<Fulfilment> DEFINITION = SagaDefinition.named(
                    "order-fulfilment", 1, Fulfilment.class)
            .to("see an order through to goods on their way and money taken, or undo all of it")
            .cancelledBy(OrderCancellation.DEFINITION, Fulfilment::toBeCancelled, Cancellation::of)
            .compensatable(
                    ask("reserve-stock", ReserveStock.class, Fulfilment::reserveStock)
                            .expecting(ToReserveStock.class, OR_UNDO)
                            .to("hold the pieces of every line, or none")
                            .success(ReserveStockSucceeded.class)
                            .refusal(ReserveStockRefused.class, OUT_OF_STOCK, ReserveStockRefused::reason),
                    ask("release-stock", ReleaseStock.class, Fulfilment::releaseStock)
                            .expecting(ToReleaseStock.class, PATIENTLY)
                            .to("hold no pieces any more")
                            .success(ReleaseStockSucceeded.class))
            .compensatable(
                    ask("authorize-payment", AuthorizePayment.class, Fulfilment::authorizePayment)
                            .expecting(ToAuthorizePayment.class, OR_UNDO)
                            .to("hold the total on the customer's card")
                            .success(AuthorizePaymentSucceeded.class, (order, authorized) -> order.withoutInstrument())
                            .refusal(AuthorizePaymentRefused.class, PAYMENT_DECLINED, AuthorizePaymentRefused::reason),
                    ask("void-payment", VoidPayment.class, Fulfilment::voidPayment)
                            .expecting(ToVoidPayment.class, PATIENTLY)
                            .to("hold no money any more")
                            .success(VoidPaymentSucceeded.class))
            .pivot(ask("confirm-order", ConfirmOrder.class, Fulfilment::confirmOrder)
                    .expecting(ToConfirmOrder.class, OR_PARK)
                    .to("promise the order to the customer, unless she has cancelled it")
                    .success(ConfirmOrderSucceeded.class)
                    .refusal(ConfirmOrderRefused.class, OPERATOR, ConfirmOrderRefused::reason))
            .retriable(ask("capture-payment", CapturePayment.class, Fulfilment::capturePayment)
                    .expecting(ToCapturePayment.class, OR_PARK)
                    .to("take the money that is held")
                    .success(CapturePaymentSucceeded.class)
                    .refusal(CapturePaymentRefused.class, CapturePaymentRefused::reason))
            .retriable(ask("dispatch-stock", DispatchStock.class, Fulfilment::dispatchStock)
                    .expecting(ToDispatchStock.class, OR_PARK)
                    .to("send the pieces that are held")
                    .success(DispatchStockSucceeded.class)
                    .refusal(DispatchStockRefused.class, DispatchStockRefused::reason))
            .retriable(ask("complete-order", CompleteOrder.class, Fulfilment::completeOrder)
                    .expecting(ToCompleteOrder.class, OR_PARK)
                    .to("close the order")
                    .success(CompleteOrderSucceeded.class))
            .expendable(ask("notify-of-completion", NotifyCustomer.class, Fulfilment::notifyOfCompletion)
                    .expecting(ToNotifyCustomer.class, OR_PARK)
                    .to("tell the customer that the goods are on their way")
                    .onlyIf("the order is not to be cancelled", Fulfilment::isWanted)
                    .success(NotifyCustomerSucceeded.class)
                    .refusal(NotifyCustomerFailed.class, NotifyCustomerFailed::reason))
            .whenCompensated(Fulfilment::rejectedFor)
            .thenRetriable(ask("reject-order", RejectOrder.class, Fulfilment::rejectOrder)
                    .expecting(ToRejectOrder.class, OR_PARK)
                    .to("close the order with the reason")
                    .onlyIf("the order is not to be cancelled", Fulfilment::isWanted)
                    .success(RejectOrderSucceeded.class)
                    .success(RejectOrderRefused.class, (order, refused) -> order.toBeCancelled()))
            .thenExpendable(ask("notify-of-rejection", NotifyCustomer.class, Fulfilment::notifyOfRejection)
                    .expecting(ToNotifyCustomer.class, OR_PARK)
                    .to("tell the customer why there will be no goods")
                    .onlyIf("the order is not to be cancelled", Fulfilment::isWanted)
                    .success(NotifyCustomerSucceeded.class)
                    .refusal(NotifyCustomerFailed.class, NotifyCustomerFailed::reason))
            .build();

    private OrderFulfilmentV1() {}
}
