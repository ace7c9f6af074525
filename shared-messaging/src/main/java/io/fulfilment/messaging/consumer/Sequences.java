package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;
import java.util.HashMap;
import java.util.Map;

/** How far senders have come, as messages are taken one by one. */
final class Sequences {

    private final Map<Sender, Long> last;
    private final boolean joinsLate;
    private final Map<Sender, Long> reached = new HashMap<>();

    /** How a message stands to those that have taken effect. */
    enum Place {
        NEXT,
        /** Others between them are missing. */
        TOO_EARLY,
        /** It, or another in its place, has taken effect. */
        TAKEN
    }

    /** @param joinsLate whether the first message that comes of a sender is its first */
    Sequences(Map<Sender, Long> last, boolean joinsLate) {
        this.last = last;
        this.joinsLate = joinsLate;
    }

    Place placeOf(Envelope envelope) {
        var sender = Sender.of(envelope);
        Long before = reached.getOrDefault(sender, last.get(sender));
        if (before == null) {
            return joinsLate || envelope.sequence() == 1 ? Place.NEXT : Place.TOO_EARLY;
        }
        if (envelope.sequence() <= before) {
            return Place.TAKEN;
        }
        return envelope.sequence() == before + 1 ? Place.NEXT : Place.TOO_EARLY;
    }

    void take(Envelope envelope) {
        reached.put(Sender.of(envelope), envelope.sequence());
    }

    /** Those that have moved, and how far. */
    Map<Sender, Long> reached() {
        return reached;
    }
}
