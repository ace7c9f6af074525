package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.payment.application.GatewayCalls.Awaited;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what follows from a batch of transitions, in their transaction. */
@Component
class FollowUps {

    private final Outbox outbox;
    private final GatewayCalls calls;
    private final IdSource ids;

    FollowUps(Outbox outbox, GatewayCalls calls, IdSource ids) {
        this.outbox = outbox;
        this.calls = calls;
        this.ids = ids;
    }

    /** @return the calls that are to be made after the commit */
    List<GatewayCall> write(List<FollowUp> followUps) {
        List<Awaited> added =
                followUps.stream().flatMap(it -> it.newCall().stream()).toList();
        if (!added.isEmpty()) {
            calls.add(added);
        }
        Map<OrderId, Waiting> waiting = furtherWaiting(followUps);
        if (!waiting.isEmpty()) {
            calls.await(waiting);
        }
        outbox.append(followUps.stream()
                .flatMap(FollowUp::messages)
                .map(it -> new Outgoing(ids.next(), it.message(), it.cause()))
                .toList());
        return added.stream().map(Awaited::call).toList();
    }

    private static Map<OrderId, Waiting> furtherWaiting(List<FollowUp> followUps) {
        var waiting = new LinkedHashMap<OrderId, Waiting>();
        for (FollowUp followUp : followUps) {
            if (followUp.transition().newNeed().isEmpty()) {
                followUp.unanswered()
                        .forEach(command -> waiting.put(followUp.transition().orderId(), command));
            }
        }
        return waiting;
    }
}
