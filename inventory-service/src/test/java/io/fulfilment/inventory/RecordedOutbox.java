package io.fulfilment.inventory;

import io.fulfilment.events.Message;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what would be sent. */
public class RecordedOutbox implements Outbox {

    private final List<Outgoing> sent = new CopyOnWriteArrayList<>();

    @Override
    public UUID append(Message message, Cause cause) {
        var id = UUID.randomUUID();
        sent.add(new Outgoing(id, message, cause));
        return id;
    }

    @Override
    public void append(Collection<Outgoing> messages) {
        sent.addAll(messages);
    }

    /** What was sent about a subject, in order. */
    public List<Message> about(Object subject) {
        return sent.stream()
                .map(Outgoing::message)
                .filter(message -> message.subject().equals(subject.toString()))
                .toList();
    }
}
