package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.Instruction;
import org.jspecify.annotations.Nullable;

/** A command as this service understands it. */
record Asked(
        OrderId orderId,
        Instruction instruction,
        Waiting waiting,
        @Nullable String token) {

    @Override
    public String toString() {
        return "Asked[" + orderId + ", " + waiting.asked() + "]";
    }
}
