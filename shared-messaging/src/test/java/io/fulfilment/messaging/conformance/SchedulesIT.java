package io.fulfilment.messaging.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real processes under load, and one fault after the other. */
class SchedulesIT {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulesIT.class);

    private static final Schedules SCHEDULES = Schedules.wanted();

    private static final Tally TALLY = new Tally();

    static LongStream seeds() {
        return SCHEDULES.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostRepeatedOrOutOfOrder(long seed) {
        Schedule schedule = Schedule.of(seed, SCHEDULES.length());
        LOG.info("Faults of {}", schedule);
        try (Stage stage = Stage.open(TestBed.shared())) {
            ScheduleRun.of(schedule, stage);
            stage.rest();
            Evidence evidence = stage.settle();

            List<Violation> violations = Checker.check(evidence);
            LOG.info(
                    "Seed {}: {} commands, {} answers, {} foreign records, {} violations",
                    seed,
                    evidence.commands().sent().size(),
                    evidence.answers().sent().size(),
                    evidence.foreign().size(),
                    violations.size());
            Map<Effect, Long> effects = stage.effects();
            TALLY.add(schedule, effects);
            LOG.info("Seed {}: {}", seed, effects);
            assertThat(evidence.commands().sent()).as("load").isNotEmpty();
            assertThat(violations).as("%s", schedule).isEmpty();
        }
    }

    @AfterAll
    static void faultsHadTheirEffects() {
        LOG.info("All seeds: {}", TALLY);
        assertThat(TALLY.missing()).as("effects that did not show: %s", TALLY).isEmpty();
    }
}
