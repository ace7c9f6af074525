package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.Incoming.Ignored;
import io.fulfilment.messaging.codec.Incoming.Readable;
import io.fulfilment.messaging.codec.Incoming.Unreadable;
import io.fulfilment.messaging.deadletter.Held;
import io.fulfilment.messaging.deadletter.Held.Hold;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.messaging.deadletter.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch, sorted into what is handled, what is held and what is passed over. */
final class Sorted {

    private final List<Readable> toHandle = new ArrayList<>();
    private final List<Held> toHold = new ArrayList<>();
    private final Map<Incoming, Outcome> outcomes = new IdentityHashMap<>();
    private final Map<MessageKey, State> standing;
    private final Set<UUID> fresh;
    private final Sequences sequences;
    private final HoldingRules rules;
    private final Instant now;
    private final @Nullable Condemned condemned;

    /** @param condemned one that is held untried */
    Sorted(List<Incoming> batch, Inbox.Known known, HoldingRules rules, Instant now, @Nullable Condemned condemned) {
        this.standing = new HashMap<>(known.held());
        this.fresh = new HashSet<>(known.fresh());
        this.sequences = new Sequences(known.last(), rules.joinsLate());
        this.rules = rules;
        this.now = now;
        this.condemned = condemned;
        batch.forEach(incoming -> outcomes.put(incoming, sort(incoming)));
    }

    private Outcome sort(Incoming incoming) {
        return switch (incoming) {
            case Unreadable unreadable ->
                hold(new Held(unreadable, Reason.UNREADABLE, unreadable.error(), 1, new Hold.Parked()));
            case Ignored ignored -> place(ignored, ignored.envelope(), () -> Outcome.IGNORED, () -> Outcome.IGNORED);
            case Readable readable ->
                fresh.remove(Inbox.idOf(readable))
                        ? place(
                                readable,
                                readable.received().envelope(),
                                () -> handle(readable),
                                () -> takenBefore(readable))
                        : Outcome.DUPLICATE;
        };
    }

    private interface Decision {
        Outcome make();
    }

    private Outcome place(Incoming incoming, Envelope envelope, Decision next, Decision taken) {
        if (standing.containsKey(MessageKey.of(incoming))) {
            return hold(new Held(incoming, Reason.BEHIND_PARKED, null, 0, new Hold.Parked()));
        }
        if (condemned != null && condemned.message() == incoming) {
            return hold(new Held(
                    incoming,
                    Reason.HANDLING_FAILED,
                    condemned.error(),
                    condemned.attempts(),
                    rules.holdAfter(condemned.attempts())));
        }
        return switch (sequences.placeOf(envelope)) {
            case NEXT -> {
                sequences.take(envelope);
                yield next.make();
            }
            case TOO_EARLY ->
                hold(new Held(incoming, Reason.SEQUENCE_GAP, null, 0, new Hold.Waiting(rules.longestGap())));
            case TAKEN -> taken.make();
        };
    }

    private Outcome handle(Readable readable) {
        toHandle.add(readable);
        return Outcome.HANDLED;
    }

    /** Old ids are forgotten. But with an id that is not known, a young one is another message in a taken place. */
    private Outcome takenBefore(Readable readable) {
        return rules.isForgotten(readable.received().envelope(), now)
                ? Outcome.DUPLICATE
                : hold(new Held(readable, Reason.OUT_OF_SEQUENCE, null, 0, new Hold.ParkedAlone()));
    }

    private Outcome hold(Held held) {
        toHold.add(held);
        State state = held.hold() instanceof Hold.ParkedAlone
                ? State.PARKED
                : standing.computeIfAbsent(MessageKey.of(held.incoming()), key -> held.state());
        return state == State.PARKED ? Outcome.PARKED : Outcome.HELD;
    }

    List<Readable> toHandle() {
        return toHandle;
    }

    List<Held> toHold() {
        return toHold;
    }

    /** How far senders have come with this batch. */
    Map<Sender, Long> reached() {
        return sequences.reached();
    }

    Map<Incoming, Outcome> outcomes() {
        return outcomes;
    }
}
