package io.fulfilment.saga.engine;

import java.time.Duration;
import java.util.UUID;

/**
 * How long each attempt of a step waits for its answer, and how often it is tried. The wait doubles from attempt to
 * attempt, up to a longest one.
 *
 * <p>The waits of different sagas are spread by a tenth either way, so that those which failed together don't come back
 * together. The spread follows from the saga's id: the same question has the same answer, always.
 *
 * @param attempts how often the command is sent before the step counts as unanswered
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

    private static final double SPREAD = 0.1;

    public RetryPolicy {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException(
                    "a retry policy waits at least 1 ms, at most its longest wait, and tries at least once");
        }
    }

    /** How long the given attempt, counted from 1, waits for its answer. */
    Duration waitOf(UUID saga, String step, int attempt) {
        double wait = first.toMillis() * Math.pow(2, attempt - 1.0);
        double capped = Math.min(wait, longest.toMillis());
        double part = Scatter.fraction(saga, step.hashCode() * 31L + attempt);
        return Duration.ofMillis(Math.max(1, Math.round(capped * (1 - SPREAD + 2 * SPREAD * part))));
    }
}
