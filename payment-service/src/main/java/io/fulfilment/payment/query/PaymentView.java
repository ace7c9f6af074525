package io.fulfilment.payment.query;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment for its readers.
 *
 * @param customerId unknown, as the amount is, of a payment that was voided before it was demanded
 * @param reason why it was declined, or could not be captured or given back
 */
public record PaymentView(
        PaymentId paymentId,
        OrderId orderId,
        @Nullable CustomerId customerId,
        PaymentStatus status,
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable Instant authorizedAt,
        @Nullable Instant capturedAt,
        @Nullable Instant voidedAt,
        @Nullable Instant refundedAt) {}
