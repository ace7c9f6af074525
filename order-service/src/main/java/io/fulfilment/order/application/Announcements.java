package io.fulfilment.order.application;

import io.fulfilment.events.Message;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes known what happened to orders: to the readers here with the same commit, to everybody else through the outbox. */
@Component
class Announcements {

    private final Outbox outbox;
    private final IdSource ids;
    private final ApplicationEventPublisher listeners;

    Announcements(Outbox outbox, IdSource ids, ApplicationEventPublisher listeners) {
        this.outbox = outbox;
        this.ids = ids;
        this.listeners = listeners;
    }

    void announce(OrderFact fact, Cause cause) {
        outbox.append(fact.event(), cause);
        listeners.publishEvent(new OrderFacts(List.of(fact)));
    }

    /** Sends the messages, among which are the facts. */
    void announce(Collection<Outgoing> messages, List<OrderFact> facts) {
        outbox.append(messages);
        if (!facts.isEmpty()) {
            listeners.publishEvent(new OrderFacts(facts));
        }
    }

    Outgoing outgoing(Message message, Cause cause) {
        return new Outgoing(ids.next(), message, cause);
    }
}
