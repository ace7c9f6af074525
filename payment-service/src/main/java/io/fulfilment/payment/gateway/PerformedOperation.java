package io.fulfilment.payment.gateway;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.GatewayAnswer;
import io.fulfilment.payment.application.GatewayCall;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.Outcome;
import org.jspecify.annotations.Nullable;

/** What the gateway tells of an operation that it performed or declined. */
record PerformedOperation(
        String idempotencyKey,
        OrderId orderId,
        Operation operation,
        Money amount,
        Status status,
        @Nullable String reason) {

    enum Status {
        SUCCEEDED,
        DECLINED
    }

    GatewayAnswer answerTo(GatewayCall call) {
        if (!answers(call)) {
            return new GatewayAnswer.Unknown("the gateway answered for another operation");
        }
        return switch (status) {
            case SUCCEEDED -> new GatewayAnswer.Known(new Outcome.Performed());
            case DECLINED -> new GatewayAnswer.Known(new Outcome.Refused(told()));
        };
    }

    /** Whoever used the key for something else, it wasn't this call. */
    private boolean answers(GatewayCall call) {
        return call.idempotencyKey().equals(idempotencyKey)
                && call.orderId().equals(orderId)
                && call.operation() == operation
                && call.amount().equals(amount);
    }

    private String told() {
        String line = reason == null ? "" : OneLine.of(reason);
        return line.isEmpty() ? "declined by the gateway" : line;
    }
}
