package io.fulfilment.payment.application;

import io.fulfilment.events.payment.PaymentCommand;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Received;
import io.fulfilment.payment.domain.Operation;

/** A command that has yet to be answered. Each command message gets its own answer, also if it repeats another. */
public record Waiting(Operation asked, SagaId sagaId, Cause cause) {

    static Waiting of(Operation asked, Received<? extends PaymentCommand> command) {
        return new Waiting(asked, command.message().sagaId(), command.cause());
    }
}
