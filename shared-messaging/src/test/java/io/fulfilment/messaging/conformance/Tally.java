package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.conformance.Schedule.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the faults of several schedules came to: chance may have one of them find nothing to hit, but hardly all. */
final class Tally {

    private final List<Fault> faults = new ArrayList<>();
    private final Map<Effect, Long> counts = new EnumMap<>(Effect.class);

    void add(Schedule schedule, Map<Effect, Long> seen) {
        schedule.steps().stream().map(Step::fault).forEach(faults::add);
        seen.forEach((effect, count) -> counts.merge(effect, count, Long::sum));
    }

    /** Effects that should have shown by the faults there were. */
    List<Effect> missing() {
        return Stream.of(Effect.values())
                .filter(effect -> effect.isDueTo(faults))
                .filter(effect -> counts.getOrDefault(effect, 0L) == 0)
                .toList();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
