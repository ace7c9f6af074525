package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.deadletter.Held.Hold;
import io.fulfilment.messaging.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message is given up, and what is waited for.
 *
 * @param attempts how often a message is tried
 * @param backoff the pauses between the attempts
 * @param longestGap how long a message that is missing is waited for
 * @param joinsLate whether the first message that comes of a sender and subject is their first
 * @param recognised how long the ids of messages are known; what is older and comes again is told by its sequence alone
 */
record HoldingRules(int attempts, Backoff backoff, Duration longestGap, boolean joinsLate, Duration recognised) {

    /** The pause before the next attempt; null if there is none. */
    @Nullable
    Duration pauseAfter(int failures) {
        return failures >= attempts ? null : backoff.after(Math.max(1, failures));
    }

    /** Whether its id may no longer be known. */
    boolean isForgotten(Envelope envelope, Instant now) {
        return envelope.time().isBefore(now.minus(recognised));
    }

    Hold holdAfter(int failures) {
        Duration pause = pauseAfter(failures);
        return pause == null ? new Hold.Parked() : new Hold.Retrying(pause);
    }
}
