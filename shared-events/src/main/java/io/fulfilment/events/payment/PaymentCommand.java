package io.fulfilment.events.payment;

import io.fulfilment.events.Command;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.SagaId;

/** What payment-service is asked. */
@PublishedTo(Topic.PAYMENT_COMMANDS)
public sealed interface PaymentCommand extends Command {

    SagaId sagaId();

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** Holds the amount on the customer's card; answered by {@link PaymentReply.ToAuthorizePayment}. */
    @MessageType("io.fulfilment.payment.AuthorizePayment")
    record AuthorizePayment(
            SagaId sagaId, OrderId orderId, CustomerId customerId, Money amount, PaymentInstrument instrument)
            implements PaymentCommand {

        @Override
        public String toString() {
            return "AuthorizePayment[" + orderId + ", " + amount + "]";
        }
    }

    /** Takes what was authorised; answered by {@link PaymentReply.ToCapturePayment}. */
    @MessageType("io.fulfilment.payment.CapturePayment")
    record CapturePayment(SagaId sagaId, OrderId orderId) implements PaymentCommand {}

    /**
     * Undoes {@link AuthorizePayment}, also one that has not come yet: it will be refused. Answered by {@link
     * PaymentReply.ToVoidPayment}.
     */
    @MessageType("io.fulfilment.payment.VoidPayment")
    record VoidPayment(SagaId sagaId, OrderId orderId) implements PaymentCommand {}

    /**
     * Gives back whatever was taken or is held, and keeps the payment from taking anything from then on, also if nothing has
     * come yet. Answered by {@link PaymentReply.ToRefundPayment}.
     */
    @MessageType("io.fulfilment.payment.RefundPayment")
    record RefundPayment(SagaId sagaId, OrderId orderId) implements PaymentCommand {}
}
