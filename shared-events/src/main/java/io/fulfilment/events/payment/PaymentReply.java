package io.fulfilment.events.payment;

import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;

/** What payment-service answers. */
@PublishedTo(Topic.SAGA_REPLIES)
public sealed interface PaymentReply extends SagaReply {

    sealed interface ToAuthorizePayment extends PaymentReply
            permits AuthorizePaymentSucceeded, AuthorizePaymentRefused {}

    sealed interface ToCapturePayment extends PaymentReply permits CapturePaymentSucceeded, CapturePaymentRefused {}

    sealed interface ToVoidPayment extends PaymentReply permits VoidPaymentSucceeded {}

    sealed interface ToRefundPayment extends PaymentReply permits RefundPaymentSucceeded, RefundPaymentRefused {}

    @MessageType("io.fulfilment.payment.AuthorizePaymentSucceeded")
    record AuthorizePaymentSucceeded(SagaId sagaId, OrderId orderId) implements ToAuthorizePayment {}

    /**
     * The card was declined, or the authorisation was undone before it came.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.payment.AuthorizePaymentRefused")
    record AuthorizePaymentRefused(SagaId sagaId, OrderId orderId, String reason) implements ToAuthorizePayment {}

    @MessageType("io.fulfilment.payment.CapturePaymentSucceeded")
    record CapturePaymentSucceeded(SagaId sagaId, OrderId orderId) implements ToCapturePayment {}

    /**
     * There is nothing to capture, or the gateway refused.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.payment.CapturePaymentRefused")
    record CapturePaymentRefused(SagaId sagaId, OrderId orderId, String reason) implements ToCapturePayment {}

    /** Nothing is held any more, whether or not something was. */
    @MessageType("io.fulfilment.payment.VoidPaymentSucceeded")
    record VoidPaymentSucceeded(SagaId sagaId, OrderId orderId) implements ToVoidPayment {}

    /** Nothing is kept or held any more, whether or not something was. */
    @MessageType("io.fulfilment.payment.RefundPaymentSucceeded")
    record RefundPaymentSucceeded(SagaId sagaId, OrderId orderId) implements ToRefundPayment {}

    /**
     * The gateway will not give the money back.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.payment.RefundPaymentRefused")
    record RefundPaymentRefused(SagaId sagaId, OrderId orderId, String reason) implements ToRefundPayment {}
}
