package io.fulfilment.payment.application;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.payment.domain.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An operation that the gateway is to perform, stored before it is asked and deleted with the record of its outcome.
 *
 * @param idempotencyKey the same for every attempt
 * @param token of the card, only for an authorisation
 * @param attempts how often the call was taken up again; the gateway may have performed it before
 * @param cause of the first command that waits for it; null if none does
 */
public record GatewayCall(
        OrderId orderId,
        Operation operation,
        String idempotencyKey,
        Money amount,
        @Nullable String token,
        int attempts,
        @Nullable Cause cause) {

    @Override
    public String toString() {
        return "GatewayCall[" + idempotencyKey + "]";
    }
}
