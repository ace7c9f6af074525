package io.fulfilment.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstantsTest {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String OUT_OF_BOUNDS = "must be between 1970-01-01T00:00:00Z and 9999-12-31T23:59:59Z";

    @Test
    void aRangeMayBeOpenOrAsWideAsCanBeOrEmpty() {
        assertThatNoException().isThrownBy(() -> {
            check(null, null);
            check(EARLIEST, null);
            check(null, LATEST);
            check(EARLIEST, LATEST);
            check(LATEST, LATEST);
        });
    }

    @Test
    void whatNobodyCanWriteIsRefusedByItsName() {
        assertRefused(EARLIEST.minusNanos(1), null, Fault.ofParameter("placedFrom", OUT_OF_BOUNDS));
        assertRefused(LATEST.plusNanos(1), null, Fault.ofParameter("placedFrom", OUT_OF_BOUNDS));
        assertRefused(null, EARLIEST.minusNanos(1), Fault.ofParameter("placedTo", OUT_OF_BOUNDS));
        assertRefused(EARLIEST, LATEST.plusNanos(1), Fault.ofParameter("placedTo", OUT_OF_BOUNDS));
    }

    @Test
    void theEndIsNotBeforeTheBeginning() {
        assertRefused(LATEST, LATEST.minusNanos(1), Fault.ofParameter("placedTo", "must not be before placedFrom"));
    }

    private static void check(@Nullable Instant from, @Nullable Instant to) {
        Instants.checkRange("placed", from, to, Fault::ofParameter);
    }

    private static void assertRefused(@Nullable Instant from, @Nullable Instant to, Fault fault) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check(from, to))
                .satisfies(refused -> assertThat(refused.problem().faults()).containsExactly(fault));
    }
}
