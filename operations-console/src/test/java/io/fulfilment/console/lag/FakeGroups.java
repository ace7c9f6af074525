package io.fulfilment.console.lag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups as a test says they are. */
final class FakeGroups implements ConsumerGroups {

    final Map<GroupPartition, Offsets> offsets = new HashMap<>();
    final Map<Unread.Place, Optional<Instant>> times = new HashMap<>();
    final List<Unread> asked = new ArrayList<>();
    boolean away;
    boolean whole = true;
    Runnable looking = () -> {};

    @Override
    public Look offsets() {
        looking.run();
        if (away) {
            throw new KafkaAway("away", new IllegalStateException());
        }
        return new Look(Map.copyOf(offsets), whole);
    }

    @Override
    public Map<Unread, Optional<Instant>> timesOf(Collection<Unread> places) {
        asked.addAll(places);
        Map<Unread, Optional<Instant>> found = new HashMap<>();
        for (Unread place : places) {
            Optional<Instant> time = times.get(place.place());
            if (time != null) {
                found.put(place, time);
            }
        }
        return found;
    }
}
