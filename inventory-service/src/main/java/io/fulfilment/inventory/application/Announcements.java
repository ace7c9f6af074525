package io.fulfilment.inventory.application;

import io.fulfilment.events.Message;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends facts that no message caused, but somebody outside or the time. */
@Component
class Announcements {

    private final Outbox outbox;
    private final IdSource ids;

    Announcements(Outbox outbox, IdSource ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void send(List<? extends Message> facts) {
        send(facts, ids.next());
    }

    /** What came about for orders, each in the conversation about its order. */
    void sendOfOrders(List<? extends ReservationEvent> facts) {
        outbox.append(facts.stream()
                .map(fact -> new Outgoing(
                        ids.next(), fact, Cause.beginning(fact.orderId().value())))
                .toList());
    }

    void send(List<? extends Message> facts, UUID correlationId) {
        Cause cause = Cause.beginning(correlationId);
        outbox.append(facts.stream()
                .map(fact -> new Outgoing(ids.next(), fact, cause))
                .toList());
    }
}
