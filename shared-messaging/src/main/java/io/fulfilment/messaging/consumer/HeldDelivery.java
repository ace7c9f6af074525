package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Ignored;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.codec.Incoming.Unreadable;
import io.fulfilment.messaging.codec.RecordReader;
import io.fulfilment.messaging.deadletter.HeldKey;
import io.fulfilment.messaging.deadletter.HeldMessage;
import io.fulfilment.messaging.deadletter.HeldQueue;
import java.util.List;
import java.util.Map;

/** Delivers a message that was held, in the current transaction. */
final class HeldDelivery {

    private final HeldQueue queue;
    private final Inbox inbox;
    private final Handling handling;
    private final RecordReader reader;

    HeldDelivery(HeldQueue queue, Inbox inbox, Handling handling, RecordReader reader) {
        this.queue = queue;
        this.inbox = inbox;
        this.handling = handling;
        this.reader = reader;
    }

    Incoming read(HeldMessage message) {
        return reader.read(message.origin());
    }

    /** @throws RuntimeException if it can't be handled; the transaction is to be rolled back */
    Outcome deliver(HeldKey key, HeldMessage message, Incoming incoming) {
        Outcome outcome = switch (incoming) {
            case Unreadable unreadable -> unreadable(message, unreadable);
            case Ignored ignored -> {
                advance(ignored.envelope());
                yield Outcome.IGNORED;
            }
            case Readable readable -> readable(key, message, readable);
        };
        queue.done(key, message);
        return outcome;
    }

    /**
     * If it is the next by its own account, nothing is missing behind it. Should that be wrong, what has its place in truth is put
     * aside when it comes, and isn't lost.
     */
    private Outcome unreadable(HeldMessage message, Unreadable unreadable) {
        if (!message.discarded()) {
            throw unreadable.error();
        }
        HeldMessage.Place claimed = message.claimed();
        if (claimed != null) {
            inbox.advanceByOne(new Sender(claimed.source(), claimed.subject()), claimed.sequence());
        }
        return Outcome.IGNORED;
    }

    private Outcome readable(HeldKey key, HeldMessage message, Readable readable) {
        Envelope envelope = readable.received().envelope();
        boolean taken = isTaken(key, message, readable);
        if (!taken && !message.discarded()) {
            handling.handle(List.of(readable));
        }
        advance(envelope);
        if (message.discarded()) {
            return Outcome.IGNORED;
        }
        return taken ? Outcome.DUPLICATE : Outcome.HANDLED;
    }

    /** One that stands alone was put aside because its place is taken: if it is delivered all the same, somebody wants it so. */
    private boolean isTaken(HeldKey key, HeldMessage message, Readable readable) {
        Inbox.Known known = inbox.take(List.of(readable));
        Envelope envelope = readable.received().envelope();
        boolean idIsTaken = !message.wasReadable() && known.fresh().isEmpty();
        boolean placeIsTaken = envelope.sequence() <= known.last().getOrDefault(Sender.of(envelope), 0L);
        return idIsTaken || placeIsTaken && key.messageKey() != null;
    }

    private void advance(Envelope envelope) {
        inbox.advance(Map.of(Sender.of(envelope), envelope.sequence()));
    }
}
