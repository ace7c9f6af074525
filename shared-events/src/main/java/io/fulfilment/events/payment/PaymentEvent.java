package io.fulfilment.events.payment;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import java.time.Instant;

/** What payment-service states. */
@PublishedTo(Topic.PAYMENT_EVENTS)
public sealed interface PaymentEvent extends Event {

    PaymentId paymentId();

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }

    @MessageType("io.fulfilment.payment.PaymentAuthorized")
    record PaymentAuthorized(PaymentId paymentId, OrderId orderId, Money amount, Instant authorizedAt)
            implements PaymentEvent {}

    /** @param reason for people; without personal data */
    @MessageType("io.fulfilment.payment.PaymentDeclined")
    record PaymentDeclined(PaymentId paymentId, OrderId orderId, String reason, Instant declinedAt)
            implements PaymentEvent {}

    @MessageType("io.fulfilment.payment.PaymentCaptured")
    record PaymentCaptured(PaymentId paymentId, OrderId orderId, Money amount, Instant capturedAt)
            implements PaymentEvent {}

    @MessageType("io.fulfilment.payment.PaymentVoided")
    record PaymentVoided(PaymentId paymentId, OrderId orderId, Instant voidedAt) implements PaymentEvent {}

    @MessageType("io.fulfilment.payment.PaymentRefunded")
    record PaymentRefunded(PaymentId paymentId, OrderId orderId, Money amount, Instant refundedAt)
            implements PaymentEvent {}
}
