package io.fulfilment.notification.application;

import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.notification.application.Notifications.Finished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Publishes facts and answers commands, all that come from one transaction together. */
@Component
class Announcements {

    /**
     * A notification that has come to its end, and the commands that are to be answered.
     *
     * @param isNews false if the fact was published before
     */
    record Ended(Finished notification, List<Waiting> waiting, boolean isNews) {}

    private final Outbox outbox;
    private final IdSource ids;

    Announcements(Outbox outbox, IdSource ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void announce(List<Ended> ended, Instant at) {
        var messages = new ArrayList<Outgoing>();
        ended.forEach(it -> collect(it, at, messages));
        outbox.append(messages);
    }

    private void collect(Ended ended, Instant at, List<Outgoing> messages) {
        Finished it = ended.notification();
        if (ended.isNews()) {
            Cause cause = ended.waiting().getFirst().cause();
            ContractMessages.fact(it.key(), it.status(), it.reason(), at)
                    .ifPresent(fact -> messages.add(new Outgoing(ids.next(), fact, cause)));
        }
        for (Waiting command : ended.waiting()) {
            ContractMessages.reply(it.key(), it.status(), it.reason(), command)
                    .ifPresent(reply -> messages.add(new Outgoing(ids.next(), reply, command.cause())));
        }
    }
}
