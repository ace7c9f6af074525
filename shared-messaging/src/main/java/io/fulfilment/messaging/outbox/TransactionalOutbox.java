package io.fulfilment.messaging.outbox;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Encodes at once, so that the caller learns what can't be sent; writes at the commit. */
final class TransactionalOutbox implements Outbox {

    private final PendingOutbox pending;
    private final Bodies bodies;
    private final IdSource ids;
    private final AppendSpans spans;

    TransactionalOutbox(PendingOutbox pending, Bodies bodies, IdSource ids, AppendSpans spans) {
        this.pending = pending;
        this.bodies = bodies;
        this.ids = ids;
        this.spans = spans;
    }

    @Override
    public UUID append(Message message, Cause cause) {
        UUID id = ids.next();
        append(List.of(new Outgoing(id, message, cause)));
        return id;
    }

    @Override
    public void append(Collection<Outgoing> messages) {
        pending.add(messages.stream().map(this::row).toList());
    }

    private OutboxRow row(Outgoing outgoing) {
        Message message = outgoing.message();
        Cause cause = outgoing.cause();
        byte[] body = bodies.of(message);
        var type = TypeName.of(message.getClass());
        return new OutboxRow(
                outgoing.id(),
                Topic.of(message.getClass()).topicName(),
                message.subject(),
                type.toString(),
                cause.correlationId(),
                cause.causationId(),
                spans.traceparent(outgoing, Topic.of(message.getClass()).topicName(), type.toString()),
                null,
                body);
    }
}
