package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.deadletter.DeadLetterPost;
import io.fulfilment.messaging.deadletter.HeldKey;
import io.fulfilment.messaging.deadletter.HeldMessage;
import io.fulfilment.messaging.deadletter.HeldQueue;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.messaging.retry.Causes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off what is held: of each key that is due the next message, in a transaction of its own, until one fails. Any number of
 * replicas may do so at once; a key is with one of them.
 */
final class Redelivery {

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final Duration CONTENTION_PAUSE = Duration.ofMillis(100);

    private static final long COPYING_NANOS = Duration.ofSeconds(1).toNanos();

    /** Of one key, as long as others can be delivered. */
    private static final Duration SYSTEM_PAUSE = Duration.ofSeconds(2);

    private final TransactionTemplate transaction;
    private final HeldQueue queue;
    private final HeldDelivery delivery;
    private final DeadLetterPost post;
    private final Handling handling;
    private final HoldingRules rules;
    private long copiedAt = System.nanoTime() - COPYING_NANOS;

    Redelivery(
            TransactionTemplate transaction,
            HeldQueue queue,
            HeldDelivery delivery,
            DeadLetterPost post,
            Handling handling,
            HoldingRules rules) {
        this.transaction = transaction;
        this.queue = queue;
        this.delivery = delivery;
        this.post = post;
        this.handling = handling;
        this.rules = rules;
    }

    /** What a transaction was at when it ended, however it ended. */
    private static final class Attempt {

        private @Nullable HeldKey key;
        private @Nullable HeldMessage message;
        private @Nullable Incoming incoming;
        private @Nullable Outcome outcome;
    }

    /**
     * Delivers what is due, and sends copies of what is parked.
     *
     * @return whether there may be more at once
     * @throws RuntimeException if the database is away
     */
    boolean workOff() {
        boolean delivered = deliverNext();
        // With many keys held, it takes longer to find what is to be copied than to deliver the next.
        boolean copied = (!delivered || System.nanoTime() - copiedAt > COPYING_NANOS) && sendCopies();
        return delivered || copied;
    }

    private boolean sendCopies() {
        boolean more = Boolean.TRUE.equals(transaction.execute(status -> post.sendNext()));
        copiedAt = System.nanoTime();
        return more;
    }

    private boolean deliverNext() {
        var attempt = new Attempt();
        long start = System.nanoTime();
        try {
            transaction.executeWithoutResult(status -> deliverNext(attempt));
        } catch (RuntimeException | Error e) {
            if (attempt.key == null) {
                throw e;
            }
            failed(attempt.key, attempt.message, attempt.incoming, e);
            return true;
        }
        if (attempt.incoming != null && attempt.outcome != null) {
            handling.settled(Map.of(attempt.incoming, attempt.outcome), System.nanoTime() - start);
        }
        return attempt.key != null;
    }

    private void deliverNext(Attempt attempt) {
        attempt.key = queue.claim().orElse(null);
        if (attempt.key == null) {
            return;
        }
        attempt.message = queue.next(attempt.key).orElse(null);
        if (attempt.message == null) {
            queue.awaitMissing(attempt.key);
            return;
        }
        attempt.incoming = delivery.read(attempt.message);
        attempt.outcome = delivery.deliver(attempt.key, attempt.message, attempt.incoming);
    }

    private void failed(HeldKey key, @Nullable HeldMessage message, @Nullable Incoming incoming, Throwable error) {
        switch (message == null ? Blame.SYSTEM : Blame.of(error)) {
            case SYSTEM -> {
                // If this goes through, the database is there, and what failed is about this key alone.
                transaction.executeWithoutResult(status -> queue.postpone(key, SYSTEM_PAUSE));
                LOG.warn(
                        "Held key {} could not be worked off, and that isn't its messages' fault: {}",
                        key.id(),
                        Causes.of(error));
                LOG.debug("A held key could not be worked off", error);
            }
            case CONTENTION -> transaction.executeWithoutResult(status -> queue.postpone(key, CONTENTION_PAUSE));
            case MESSAGE -> {
                boolean unreadable = incoming instanceof Incoming.Unreadable;
                int failures = Objects.requireNonNull(message).attempts() + 1;
                Duration pause = unreadable ? null : rules.pauseAfter(failures);
                LOG.info("Held message {} failed {} times: {}", message.id(), failures, Causes.of(error));
                transaction.executeWithoutResult(status -> queue.failed(
                        key, message, unreadable ? Reason.UNREADABLE : Reason.HANDLING_FAILED, error, pause));
                if (pause == null) {
                    handling.settled(Map.of(Objects.requireNonNull(incoming), Outcome.PARKED), 0);
                }
            }
        }
    }

    /** How long there is nothing to do, at most so long. */
    Duration idle(Duration most) {
        queue.beginAnew();
        return queue.untilDue(most);
    }
}
