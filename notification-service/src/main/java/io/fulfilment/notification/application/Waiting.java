package io.fulfilment.notification.application;

import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Received;

/** A command that has yet to be answered. Each command message gets its own answer, also if it repeats another. */
public record Waiting(SagaId sagaId, Cause cause) {

    static Waiting of(Received<NotifyCustomer> command) {
        return new Waiting(command.message().sagaId(), command.cause());
    }
}
