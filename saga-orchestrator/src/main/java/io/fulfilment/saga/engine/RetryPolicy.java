package io.fulfilment.saga.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * How long each attempt of a step waits for its answer, and how often it is tried. The wait doubles from attempt to
 * attempt, up to a longest one.
 *
 * <p>The waits of different sagas are spread by a tenth either way, so that those which failed together don't come back
 * together. The spread follows from the saga's id: the same question has the same answer, always.
 *
 * @param attempts how often the command is sent before the step counts as unanswered
 * @param endless whether a step that is parked is still tried, after each longest wait
 */
public record RetryPolicy(Duration first, Duration longest, int attempts, boolean endless) {

    private static final double SPREAD = 0.1;

    public RetryPolicy {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException(
                    "a retry policy waits at least 1 ms, at most its longest wait, and tries at least once");
        }
    }

    public RetryPolicy(Duration first, Duration longest, int attempts) {
        this(first, longest, attempts, false);
    }

    /** The same, but going on for ever once parked. */
    public RetryPolicy thenForEver() {
        return new RetryPolicy(first, longest, attempts, true);
    }

    /** For how long the step waits before it counts as unanswered, give or take the spread. */
    public Duration total() {
        var total = Duration.ZERO;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            total = total.plus(unspread(attempt));
        }
        return total;
    }

    /** How long the given attempt, counted from 1, waits for its answer. */
    Duration waitOf(UUID saga, String step, int attempt) {
        double part = Scatter.fraction(saga, step.hashCode() * 31L + attempt);
        return Duration.ofMillis(
                Math.max(1, Math.round(unspread(attempt).toMillis() * (1 - SPREAD + 2 * SPREAD * part))));
    }

    /** When the attempt that a step waits for began. */
    Instant beginningOf(UUID saga, Run run) {
        var due = Objects.requireNonNull(run.due(), "a step that waits is due at some time");
        return due.minus(waitOf(saga, run.step(), run.attempts()));
    }

    private Duration unspread(int attempt) {
        double wait = first.toMillis() * Math.pow(2, attempt - 1.0);
        return Duration.ofMillis((long) Math.min(wait, longest.toMillis()));
    }
}
