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
    private final HoldingRules rules;

    HeldDelivery(HeldQueue queue, Inbox inbox, Handling handling, RecordReader reader, HoldingRules rules) {
        this.queue = queue;
        this.inbox = inbox;
        this.handling = handling;
        this.reader = reader;
        this.rules = rules;
    }

    Incoming read(HeldMessage message) {
        return reader.read(message.origin());
    }

    /**
     * Returns {@link Outcome#HELD} for one that has turned out to have no turn yet.
     *
     * @throws RuntimeException if it can't be handled; the transaction is to be rolled back
     */
    Outcome deliver(HeldKey key, HeldMessage message, Incoming incoming) {
        Outcome outcome = switch (incoming) {
            case Unreadable unreadable -> unreadable(message, unreadable);
            case Ignored ignored -> ignored(message, ignored);
            case Readable readable -> readable(key, message, readable);
        };
        switch (outcome) {
            case HELD -> queue.nowReadable(message, place(incoming));
            case PARKED -> queue.putAside(key, message);
            case HANDLED, DUPLICATE, IGNORED -> queue.done(key, message);
        }
        return outcome;
    }

    private static HeldMessage.Place place(Incoming incoming) {
        Envelope envelope = switch (incoming) {
            case Readable readable -> readable.received().envelope();
            case Ignored ignored -> ignored.envelope();
            case Unreadable unreadable -> throw new IllegalArgumentException("it has no place", unreadable.error());
        };
        return new HeldMessage.Place(envelope.source(), envelope.subject(), envelope.sequence());
    }

    /** It counts in its sequence, and so has its turn like any other. */
    private Outcome ignored(HeldMessage message, Ignored ignored) {
        Inbox.Known known = inbox.take(List.of(ignored));
        if (placeOf(ignored.envelope(), known) == Sequences.Place.TOO_EARLY && !message.overGap()) {
            return Outcome.HELD;
        }
        advance(ignored.envelope());
        return Outcome.IGNORED;
    }

    private Sequences.Place placeOf(Envelope envelope, Inbox.Known known) {
        return new Sequences(known.last(), rules.joinsLate()).placeOf(envelope);
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

    /** One that stands alone was put aside before: if it is delivered all the same, somebody wants it so. */
    private Outcome readable(HeldKey key, HeldMessage message, Readable readable) {
        Inbox.Known known = inbox.take(List.of(readable));
        Envelope envelope = readable.received().envelope();
        if (!message.wasReadable() && known.fresh().isEmpty()) {
            // It came again since then and was taken, or waits behind this one.
            return Outcome.DUPLICATE;
        }
        boolean isAlone = key.messageKey() == null;
        return switch (placeOf(envelope, known)) {
            case TAKEN -> isAlone ? handled(message, readable) : taken(message, envelope);
            case NEXT -> handled(message, readable);
            case TOO_EARLY -> isAlone || message.overGap() ? handled(message, readable) : Outcome.HELD;
        };
    }

    private Outcome taken(HeldMessage message, Envelope envelope) {
        if (message.discarded()) {
            return Outcome.IGNORED;
        }
        // Since it waits, its id is known; only before that, it may have been forgotten.
        return rules.isForgotten(envelope, message.heldAt()) ? Outcome.DUPLICATE : Outcome.PARKED;
    }

    private Outcome handled(HeldMessage message, Readable readable) {
        if (!message.discarded()) {
            handling.handle(List.of(readable));
        }
        advance(readable.received().envelope());
        return message.discarded() ? Outcome.IGNORED : Outcome.HANDLED;
    }

    private void advance(Envelope envelope) {
        inbox.advance(Map.of(Sender.of(envelope), envelope.sequence()));
    }
}
