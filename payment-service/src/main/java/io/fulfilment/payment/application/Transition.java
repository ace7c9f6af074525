package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.GatewayNeed;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.PaymentDecider;
import io.fulfilment.payment.domain.PaymentHistory;
import io.fulfilment.payment.domain.PaymentState;
import io.fulfilment.payment.domain.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an instruction did to a payment.
 *
 * @param expectedVersion of the stream, before the events
 * @param events may be none
 */
public record Transition(
        OrderId orderId, int expectedVersion, PaymentState before, List<StoredEvent> events, PaymentState after) {

    static Transition of(PaymentStream stream, Instruction instruction, Instant at) {
        PaymentState before = stream.state();
        List<StoredEvent> events = PaymentDecider.decide(before, stream.orderId(), instruction, at);
        return new Transition(stream.orderId(), stream.version(), before, events, PaymentHistory.fold(before, events));
    }

    /** The gateway's operation that the payment waits for now. */
    Optional<Operation> need() {
        return GatewayNeed.of(after);
    }

    /** The gateway's operation that the payment has come to wait for. */
    Optional<Operation> newNeed() {
        return need().equals(GatewayNeed.of(before)) ? Optional.empty() : need();
    }
}
