package io.fulfilment.payment.application;

import static java.util.stream.Collectors.toMap;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Instruction.Settle;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of many calls, and all that follows from it, in one transaction. */
@Component
class SettlePayments {

    private final PaymentLedger ledger;
    private final FollowUps followUps;
    private final GatewayCalls calls;

    SettlePayments(PaymentLedger ledger, FollowUps followUps, GatewayCalls calls) {
        this.ledger = ledger;
        this.followUps = followUps;
        this.calls = calls;
    }

    /**
     * The events are appended before the calls are deleted, the order in which commands lock the same rows. Where another
     * process has settled a call first, there is no event to add and nobody waits any more.
     *
     * @param answers at most one for each order
     * @return the calls that are to be made next, after the commit
     */
    @Transactional
    public List<GatewayCall> settle(List<Answered> answers) {
        Map<OrderId, Instruction> outcomes =
                answers.stream().collect(toMap(it -> it.call().orderId(), SettlePayments::instruction));
        List<Transition> transitions = ledger.advance(outcomes);
        Map<OrderId, List<Waiting>> waiting =
                calls.settle(answers.stream().map(Answered::call).toList());
        return followUps.write(transitions.stream()
                .map(it -> new FollowUp(it, waiting.getOrDefault(it.orderId(), List.of()), null))
                .toList());
    }

    private static Instruction instruction(Answered answer) {
        return new Settle(answer.call().operation(), answer.outcome());
    }
}
