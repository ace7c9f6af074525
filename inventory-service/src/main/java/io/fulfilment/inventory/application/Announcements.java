package io.fulfilment.inventory.application;

import io.fulfilment.events.Message;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends facts that no message caused, but somebody outside: each call begins a conversation. */
@Component
class Announcements {

    private final Outbox outbox;
    private final IdSource ids;

    Announcements(Outbox outbox, IdSource ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void send(List<? extends Message> facts) {
        Cause cause = Cause.beginning(ids.next());
        outbox.append(facts.stream()
                .map(fact -> new Outgoing(ids.next(), fact, cause))
                .toList());
    }
}
