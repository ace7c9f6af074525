package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.Instruction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes many payments one step further: one statement loads their histories, one appends. */
@Component
class PaymentLedger {

    private final PaymentStreams streams;
    private final ReadModel readModel;
    private final Clock clock;

    PaymentLedger(PaymentStreams streams, ReadModel readModel, Clock clock) {
        this.streams = streams;
        this.readModel = readModel;
        this.clock = clock;
    }

    List<Transition> advance(Map<OrderId, Instruction> instructions) {
        // PostgreSQL keeps microseconds; the history must read the same from memory and from there.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Transition> transitions = streams.load(instructions.keySet()).values().stream()
                .map(stream -> Transition.of(stream, instructionFor(stream, instructions), at))
                .toList();
        List<Transition> changes = transitions.stream()
                .filter(transition -> !transition.events().isEmpty())
                .toList();
        if (!changes.isEmpty()) {
            streams.append(changes);
            readModel.on(changes);
        }
        return transitions;
    }

    private static Instruction instructionFor(PaymentStream stream, Map<OrderId, Instruction> instructions) {
        Instruction instruction = instructions.get(stream.orderId());
        if (instruction == null) {
            throw new IllegalStateException("loaded without need: " + stream.orderId());
        }
        return instruction;
    }
}
