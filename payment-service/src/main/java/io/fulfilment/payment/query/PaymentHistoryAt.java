package io.fulfilment.payment.query;

import io.fulfilment.events.value.PaymentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment's history up to an instant.
 *
 * @param state what the payment was then; null if it wasn't yet
 */
public record PaymentHistoryAt(
        PaymentId paymentId, Instant at, @Nullable PaymentView state, List<RecordedEvent> events) {}
