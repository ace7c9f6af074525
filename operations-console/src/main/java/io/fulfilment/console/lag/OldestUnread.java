package io.fulfilment.console.lag;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers the times of messages that are still the oldest unread ones, so that each is read once. */
final class OldestUnread {

    private final ConsumerGroups groups;
    private Map<Unread.Place, Known> known = Map.of();

    OldestUnread(ConsumerGroups groups) {
        this.groups = groups;
    }

    /** @param at null if nothing could be read up to the end */
    private record Known(@Nullable Instant at, long end) {

        boolean answers(Unread unread) {
            return at != null || end == unread.end();
        }
    }

    /** Reads what it doesn't know, and forgets what isn't asked for. */
    void lookAt(Collection<Unread> places) {
        List<Unread> unknown =
                places.stream().filter(place -> !isKnown(place)).distinct().toList();
        Map<Unread, Optional<Instant>> found = unknown.isEmpty() ? Map.of() : groups.timesOf(unknown);
        Map<Unread.Place, Known> next = new HashMap<>();
        for (Unread place : places) {
            Known old = known.get(place.place());
            if (old != null && old.answers(place)) {
                next.put(place.place(), old);
            }
        }
        found.forEach((place, at) -> next.put(place.place(), new Known(at.orElse(null), place.end())));
        known = next;
    }

    private boolean isKnown(Unread place) {
        Known found = known.get(place.place());
        return found != null && found.answers(place);
    }

    /** When the message was sent, or null if that isn't known. */
    @Nullable
    Instant timeOf(Unread place) {
        Known found = known.get(place.place());
        return found == null ? null : found.at();
    }
}
