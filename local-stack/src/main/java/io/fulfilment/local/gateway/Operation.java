package io.fulfilment.local.gateway;

import io.fulfilment.events.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the gateway performed, or declined to.
 *
 * @param reason why it was declined
 * @param token of the card, if the request named one
 */
record Operation(
        String idempotencyKey,
        String orderId,
        Kind operation,
        Money amount,
        Status status,
        Instant at,
        @Nullable String reason,
        @Nullable String token) {

    enum Kind {
        AUTHORIZE,
        CAPTURE,
        VOID,
        REFUND
    }

    enum Status {
        SUCCEEDED,
        DECLINED
    }

    boolean answers(OperationRequest request) {
        return request.equals(new OperationRequest(orderId, operation, amount, token));
    }

    boolean succeeded(Kind kind) {
        return operation == kind && status == Status.SUCCEEDED;
    }

    /** What the client gets: everything but the card. */
    Receipt receipt() {
        return new Receipt(idempotencyKey, orderId, operation, amount, status, at, reason);
    }

    LedgerEntry entry() {
        return new LedgerEntry(idempotencyKey, orderId, operation, amount, status, at);
    }

    record Receipt(
            String idempotencyKey,
            String orderId,
            Kind operation,
            Money amount,
            Status status,
            Instant at,
            @Nullable String reason) {}

    record LedgerEntry(
            String idempotencyKey, String orderId, Kind operation, Money amount, Status status, Instant at) {}
}
