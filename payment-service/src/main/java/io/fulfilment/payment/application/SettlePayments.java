package io.fulfilment.payment.application;

import static java.util.stream.Collectors.toMap;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.GatewayCalls.Postponed;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Instruction.Settle;
import io.fulfilment.payment.domain.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of many calls, and all that follows from it, in one transaction. */
@Component
class SettlePayments {

    private static final Logger log = LoggerFactory.getLogger(SettlePayments.class);

    private final PaymentLedger ledger;
    private final FollowUps followUps;
    private final GatewayCalls calls;
    private final Backoff backoff;

    SettlePayments(PaymentLedger ledger, FollowUps followUps, GatewayCalls calls, GatewaySettings settings) {
        this.ledger = ledger;
        this.followUps = followUps;
        this.calls = calls;
        this.backoff = settings.backoff();
    }

    /**
     * The events are appended before the calls are deleted, the order in which commands lock the same rows. Where another
     * process has settled a call first, there is no event to add and nobody waits any more. A call that the payment needs all
     * the same, as the undo that the gateway declines, is made again later.
     *
     * @param answers at most one for each order
     * @return the calls that are to be made next, after the commit
     */
    @Transactional
    public List<GatewayCall> settle(List<Answered> answers) {
        Map<OrderId, Instruction> outcomes =
                answers.stream().collect(toMap(it -> it.call().orderId(), SettlePayments::instruction));
        List<Transition> transitions = ledger.advance(outcomes);
        List<Answered> inVain = inVain(answers, transitions);
        if (!inVain.isEmpty()) {
            calls.postpone(inVain.stream().map(this::postponed).toList());
        }
        Map<OrderId, List<Waiting>> waiting = calls.settle(answers.stream()
                .filter(it -> !inVain.contains(it))
                .map(Answered::call)
                .toList());
        return followUps.write(transitions.stream()
                .map(it -> new FollowUp(it, waiting.getOrDefault(it.orderId(), List.of()), null))
                .toList());
    }

    private static List<Answered> inVain(List<Answered> answers, List<Transition> transitions) {
        var needs = new HashMap<OrderId, Operation>();
        transitions.forEach(it -> it.need().ifPresent(need -> needs.put(it.orderId(), need)));
        return answers.stream()
                .filter(it -> it.call().operation() == needs.get(it.call().orderId()))
                .toList();
    }

    private Postponed postponed(Answered answered) {
        log.warn("{} is needed all the same: {}", answered.call().idempotencyKey(), answered.outcome());
        return new Postponed(
                answered.call(),
                answered.outcome().toString(),
                backoff.after(answered.call().attempts()));
    }

    private static Instruction instruction(Answered answer) {
        return new Settle(answer.call().operation(), answer.outcome());
    }
}
