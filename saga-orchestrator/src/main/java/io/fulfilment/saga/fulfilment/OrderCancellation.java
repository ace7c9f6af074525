package io.fulfilment.saga.fulfilment;

import static io.fulfilment.saga.engine.Exchange.ask;
import static io.fulfilment.saga.engine.Step.expendable;
import static io.fulfilment.saga.engine.Step.retriable;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderCommand.CancelOrder;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentCommand.RefundPayment;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.saga.engine.RetryPolicy;
import io.fulfilment.saga.engine.SagaDefinition;

/**
 * The saga {@code order-cancellation}: follows on the fulfilment of an order that is being cancelled, however that ended.
 * Where nothing was taken or sent, the participants have nothing to do and say so.
 */
public final class OrderCancellation {

    /** An hour and a half, then somebody has to look. */
    private static final RetryPolicy OR_PARK = new RetryPolicy(ofSeconds(30), ofMinutes(10), 14);

    public static final SagaDefinition<Cancellation> DEFINITION = SagaDefinition.named(
                    "order-cancellation", 1, Cancellation.class)
            .to("give the money back and take the goods back, of an order that is cancelled")
            .decidedBefore()
            .together(
                    retriable(ask("refund-payment", RefundPayment.class, Cancellation::refundPayment)
                            .expecting(ToRefundPayment.class, OR_PARK)
                            .to("give back what was taken, and take nothing from now on")
                            .success(RefundPaymentSucceeded.class)
                            .refusal(RefundPaymentRefused.class, RefundPaymentRefused::reason)),
                    retriable(ask("restock", Restock.class, Cancellation::restock)
                            .expecting(ToRestock.class, OR_PARK)
                            .to("take back what was sent, and send nothing from now on")
                            .success(RestockSucceeded.class)))
            .together(
                    retriable(ask("cancel-order", CancelOrder.class, Cancellation::cancelOrder)
                            .expecting(ToCancelOrder.class, OR_PARK)
                            .to("close the order as cancelled")
                            .success(CancelOrderSucceeded.class)),
                    expendable(ask("notify-of-cancellation", NotifyCustomer.class, Cancellation::notifyOfCancellation)
                            .expecting(ToNotifyCustomer.class, OR_PARK)
                            .to("tell the customer that the order is cancelled")
                            .success(NotifyCustomerSucceeded.class)
                            .refusal(NotifyCustomerFailed.class, NotifyCustomerFailed::reason)))
            .build();

    private OrderCancellation() {}
}
