package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Ignored;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.codec.Incoming.Unreadable;
import io.fulfilment.messaging.deadletter.DeadLetter;
import io.fulfilment.messaging.deadletter.DeadLetter.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch, sorted into what is handled, what is parked and what is passed over. */
final class Sorted {

    private final List<Readable> toHandle = new ArrayList<>();
    private final List<DeadLetter> toPark = new ArrayList<>();
    private final Map<Incoming, Outcome> outcomes = new IdentityHashMap<>();
    private final Set<MessageKey> standing = new HashSet<>();
    private final Map<UUID, Boolean> fresh;
    private final @Nullable Condemned condemned;

    /**
     * @param fresh the ids that were not taken before, with whether their key stands still already
     * @param condemned one that is parked untried
     */
    Sorted(List<Incoming> batch, Map<UUID, Boolean> fresh, @Nullable Condemned condemned) {
        this.fresh = new HashMap<>(fresh);
        this.condemned = condemned;
        batch.forEach(incoming -> outcomes.put(incoming, sort(incoming)));
    }

    private Outcome sort(Incoming incoming) {
        return switch (incoming) {
            case Ignored ignored -> Outcome.IGNORED;
            case Unreadable unreadable ->
                park(unreadable, new DeadLetter(unreadable.origin(), Reason.UNREADABLE, unreadable.error(), 1));
            case Readable readable -> sort(readable);
        };
    }

    private Outcome sort(Readable readable) {
        Boolean keyIsParked = fresh.remove(Inbox.idOf(readable));
        if (keyIsParked == null) {
            return Outcome.DUPLICATE;
        }
        if (keyIsParked || standing.contains(MessageKey.of(readable))) {
            return park(readable, new DeadLetter(readable.origin(), Reason.BEHIND_PARKED, null, 0));
        }
        if (condemned != null && condemned.message() == readable) {
            return park(
                    readable,
                    new DeadLetter(readable.origin(), Reason.HANDLING_FAILED, condemned.error(), condemned.attempts()));
        }
        toHandle.add(readable);
        return Outcome.HANDLED;
    }

    private Outcome park(Incoming incoming, DeadLetter letter) {
        standing.add(MessageKey.of(incoming));
        toPark.add(letter);
        return Outcome.PARKED;
    }

    List<Readable> toHandle() {
        return toHandle;
    }

    List<DeadLetter> toPark() {
        return toPark;
    }

    Map<Incoming, Outcome> outcomes() {
        return outcomes;
    }
}
