package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.GatewayCalls.Postponed;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Instruction.Settle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the gateway answered to many calls, and all that follows from it, in one transaction. */
@Component
class SettlePayments {

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

    /** @return the calls that are to be made next, after the commit */
    @Transactional
    public List<GatewayCall> settle(List<GatewayResult> results) {
        var settled = new LinkedHashMap<GatewayCall, Settle>();
        var unknown = new ArrayList<Postponed>();
        for (GatewayResult result : results) {
            GatewayCall call = result.call();
            switch (result.answer()) {
                case GatewayAnswer.Known it -> settled.put(call, new Settle(call.operation(), it.outcome()));
                case GatewayAnswer.Unknown it ->
                    unknown.add(new Postponed(call, it.reason(), backoff.after(call.attempts())));
            }
        }
        if (!unknown.isEmpty()) {
            calls.postpone(unknown);
        }
        return settled.isEmpty() ? List.of() : record(settled);
    }

    /**
     * The events are appended before the calls are deleted, the order in which commands lock the same rows. Where another
     * process has settled a call first, there is no event to add and nobody waits any more.
     */
    private List<GatewayCall> record(Map<GatewayCall, Settle> settled) {
        var outcomes = new HashMap<OrderId, Instruction>();
        // A call that was made twice has the same answer twice.
        settled.forEach((call, outcome) -> outcomes.put(call.orderId(), outcome));
        List<Transition> transitions = ledger.advance(outcomes);
        Map<OrderId, List<Waiting>> waiting = calls.settle(settled.keySet());
        return followUps.write(transitions.stream()
                .map(it -> new FollowUp(it, waiting.getOrDefault(it.orderId(), List.of()), null))
                .toList());
    }
}
