package io.fulfilment.payment.gateway;

import io.fulfilment.payment.application.GatewayAnswer;
import io.fulfilment.payment.application.GatewayCall;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.Outcome;
import org.jspecify.annotations.Nullable;

/** What the gateway tells of an operation that it performed or declined. */
record PerformedOperation(
        String idempotencyKey, Status status, @Nullable String reason) {

    enum Status {
        SUCCEEDED,
        DECLINED
    }

    GatewayAnswer answerTo(GatewayCall call) {
        if (!call.idempotencyKey().equals(idempotencyKey)) {
            return new GatewayAnswer.Unknown("the gateway answered for another operation");
        }
        return switch (status) {
            case SUCCEEDED -> new GatewayAnswer.Known(new Outcome.Performed());
            case DECLINED -> declined(call, reason == null || reason.isBlank() ? "declined by the gateway" : reason);
        };
    }

    /**
     * What is held must be given back, and the saga knows no refusal of an undo: it is asked for until the gateway does
     * it, and the reason is to be seen in the log.
     */
    static GatewayAnswer declined(GatewayCall call, String reason) {
        return call.operation() == Operation.VOID
                ? new GatewayAnswer.Unknown("the gateway refuses to void: " + reason)
                : new GatewayAnswer.Known(new Outcome.Refused(reason));
    }
}
