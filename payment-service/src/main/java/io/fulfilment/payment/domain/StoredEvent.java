package io.fulfilment.payment.domain;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import java.time.Instant;

/**
 * The private history of a payment, kept for ever. What other services learn is told by contract events, which change
 * for other reasons. Every request is stored, with its gateway key, before the gateway is called. Card tokens are never
 * part of the history.
 */
public sealed interface StoredEvent {

    Instant at();

    record AuthorizationRequested(
            PaymentId paymentId, OrderId orderId, CustomerId customerId, Money amount, String gatewayKey, Instant at)
            implements StoredEvent {}

    record AuthorizationGranted(Instant at) implements StoredEvent {}

    record AuthorizationDeclined(String reason, Instant at) implements StoredEvent {}

    record CaptureRequested(String gatewayKey, Instant at) implements StoredEvent {}

    record CapturePerformed(Instant at) implements StoredEvent {}

    record CaptureDeclined(String reason, Instant at) implements StoredEvent {}

    record VoidRequested(String gatewayKey, Instant at) implements StoredEvent {}

    record VoidPerformed(Instant at) implements StoredEvent {}

    /** What is held is to be given back, as the refund of what was not taken: the gateway may decline that. */
    record ReturnRequested(String gatewayKey, Instant at) implements StoredEvent {}

    record VoidDeclined(String reason, Instant at) implements StoredEvent {}

    record RefundRequested(String gatewayKey, Instant at) implements StoredEvent {}

    record RefundPerformed(Instant at) implements StoredEvent {}

    record RefundDeclined(String reason, Instant at) implements StoredEvent {}

    /** The tombstone: the undo came before the authorisation, which will be refused when it comes. */
    record AuthorizationForestalled(PaymentId paymentId, OrderId orderId, Instant at) implements StoredEvent {}
}
