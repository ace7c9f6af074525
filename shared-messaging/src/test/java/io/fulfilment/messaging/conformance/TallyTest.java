package io.fulfilment.messaging.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.conformance.Schedule.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void missesAnEffectThatAFaultAlwaysHas() {
        tally.add(scheduleOf(Fault.EARLY, Fault.POISON), Map.of(Effect.KEYS_PARKED, 3L, Effect.GAPS_WAITED_FOR, 0L));

        assertThat(tally.missing()).containsExactly(Effect.GAPS_WAITED_FOR);
    }

    @Test
    void missesAnEffectThatNoneOfManyFaultsHad() {
        tally.add(scheduleOf(Fault.PAUSED, Fault.KILLED), Map.of(Effect.PARTITIONS_REASSIGNED, 2L));
        assertThat(tally.missing()).isEmpty();

        tally.add(scheduleOf(Fault.PAUSED), Map.of(Effect.GROUPS_TAKEN_OVER, 0L));
        assertThat(tally.missing()).containsExactly(Effect.GROUPS_TAKEN_OVER);
    }

    @Test
    void isContentWithAnEffectInOneOfTheSchedules() {
        var lost = scheduleOf(Fault.ACKNOWLEDGEMENTS_LOST, Fault.ACKNOWLEDGEMENTS_LOST);
        tally.add(lost, Map.of(Effect.SENT_AGAIN_UNHEARD, 0L));
        tally.add(lost, Map.of(Effect.SENT_AGAIN_UNHEARD, 7L));

        assertThat(tally.missing()).isEmpty();
    }

    private static Schedule scheduleOf(Fault... faults) {
        List<Step> steps = Stream.of(faults)
                .map(fault -> new Step(fault, Duration.ZERO, Duration.ZERO, 1))
                .toList();
        return new Schedule(1, steps);
    }
}
