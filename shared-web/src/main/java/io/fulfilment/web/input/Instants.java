package io.fulfilment.web.input;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemException;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Instants at which something of ours can have happened: from 1970 to 9999, which every database and every client can write. */
public final class Instants {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Instants() {}

    /**
     * Of two properties, {@code NAMEFrom} and {@code NAMETo}; null is open.
     *
     * @param fault of a name and what is wrong
     * @throws ProblemException if one may not be asked for, or they are in the wrong order
     */
    public static void checkRange(
            String name, @Nullable Instant from, @Nullable Instant to, BiFunction<String, String, Fault> fault) {
        check(name + "From", from, fault);
        check(name + "To", to, fault);
        if (from != null && to != null && from.isAfter(to)) {
            throw invalid(fault.apply(name + "To", "must not be before " + name + "From"));
        }
    }

    /**
     * @param fault of a name and what is wrong
     * @throws ProblemException if it may not be asked for
     */
    public static void check(String name, @Nullable Instant instant, BiFunction<String, String, Fault> fault) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw invalid(fault.apply(name, "must be between " + EARLIEST + " and " + LATEST));
        }
    }

    private static ProblemException invalid(Fault fault) {
        return Problem.invalid(fault).asException();
    }
}
