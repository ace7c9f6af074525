package io.fulfilment.messaging.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.conformance.Fault.Lane;
import io.fulfilment.messaging.conformance.Schedule.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

    private static final Duration LENGTH = Duration.ofMinutes(1);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Schedule.of(7, LENGTH)).isEqualTo(Schedule.of(7, LENGTH)).isNotEqualTo(Schedule.of(8, LENGTH));
    }

    @Test
    void hasEveryFaultWhenItIsLong() {
        assertThat(Schedule.of(7, LENGTH.multipliedBy(2)).steps())
                .extracting(Step::fault)
                .contains(Fault.values());
    }

    @Test
    void theShortOnesHaveEveryFaultBetweenThem() {
        assertThat(Schedules.SHORT.seeds().boxed())
                .flatExtracting(
                        seed -> Schedule.of(seed, Schedules.SHORT.length()).steps())
                .extracting(step -> step.fault())
                .contains(Fault.values());
    }

    @ParameterizedTest
    @EnumSource
    void withinALaneOneFaultComesAfterTheOther(Lane lane) {
        List<Step> steps = Schedule.of(7, LENGTH).steps(lane);

        assertThat(steps).hasSizeGreaterThan(5);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).at())
                    .isGreaterThanOrEqualTo(steps.get(i - 1).end());
        }
    }
}
