package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.outbox.StoredRow;
import io.fulfilment.messaging.relay.Published.Continuation;
import io.fulfilment.messaging.relay.UnpublishedRow.Key;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes its shards: what was committed here as it comes, without reading it back; and whatever else the queue holds, from its oldest
 * row on, when it has just taken over, has failed or lost its way, and every now and then. For one thread, but for
 * {@link #committed} and {@link #committedElsewhere}.
 */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final OutboxQueue queue;
    private final ProducerSession session;
    private final RestingTopics resting;
    private final Counter published;
    private final long pollNanos;
    private final Lane lane = new Lane();
    private final Published reached = new Published();
    private final Acknowledged acknowledged;
    private final Deque<SendFailure> refused = new ArrayDeque<>();
    private Set<Key> standing = new HashSet<>();
    private OutboxQueue.@Nullable Oldest ahead;
    private volatile Shards own = Shards.NONE;
    private volatile boolean told;
    private boolean behind = true;
    private boolean looked;
    private boolean more;
    private long lookedAt;

    /** @param poll how often the queue is looked into for what nobody told us of */
    Publisher(OutboxQueue queue, ProducerSession session, RestingTopics resting, Counter published, Duration poll) {
        this.queue = queue;
        this.session = session;
        this.resting = resting;
        this.published = published;
        this.pollNanos = poll.toNanos();
        this.acknowledged = new Acknowledged(queue);
    }

    /**
     * Told by the transactions that committed, on their threads.
     *
     * @return what of it is to be published by others
     */
    Shards committed(List<StoredRow> rows) {
        lane.add(rows);
        return Shards.of(rows).without(own);
    }

    /** Another has committed something: it is looked for. On any thread. */
    void committedElsewhere(Shards shards) {
        if (shards.meets(own)) {
            told = true;
        }
    }

    /**
     * Whatever changes, it begins with a look: others have published what it has gained. What was acknowledged stays known,
     * as it stays true.
     *
     * @return what it has lost
     */
    Shards own(Shards shards) {
        Shards lost = own.without(shards);
        if (!shards.equals(own)) {
            lane.close();
            behind = true;
            ahead = null;
            acknowledged.flush();
            own = shards;
        }
        return lost;
    }

    /**
     * @param most rows that are sent at once
     * @return whether there is enough for another batch
     * @throws PublishingFailedException if the broker didn't take them all; it pays to wait before the next attempt
     */
    boolean publish(int most) {
        more = false;
        // Looks that take long leave the lane its turn.
        looked = isLookDue() && !(looked && lane.size() > 0);
        try {
            if (looked) {
                publishWaiting(most);
            } else {
                publishCommitted(most);
            }
            acknowledged.settle();
        } catch (RuntimeException | Error e) {
            behind = true;
            throw e;
        } finally {
            block();
        }
        return isLookDue() || more || lane.size() >= most;
    }

    private boolean isLookDue() {
        return behind || told || System.nanoTime() - lookedAt >= pollNanos;
    }

    /** While they are on their way, a long queue is read on. */
    private void publishWaiting(int most) {
        OutboxQueue.Oldest oldest = ahead != null ? ahead : look(most, List.of());
        ahead = null;
        behind = oldest.more();
        if (!oldest.rows().isEmpty()) {
            Sending sending = session.start(oldest.rows());
            OutboxQueue.Oldest next = null;
            try {
                next = behind && lane.size() == 0 ? look(most, oldest.rows()) : null;
            } finally {
                finish(sending);
            }
            // It was read as if all of these were to be sent.
            ahead = sending.failures().isEmpty() ? next : null;
        }
        lookedAt = System.nanoTime();
    }

    /** What is committed from now on is in the lane: so nothing falls between it and the look. */
    private OutboxQueue.Oldest look(int most, List<UnpublishedRow> onTheirWay) {
        lane.open(own);
        acknowledged.flush();
        standing = queue.blockedKeys();
        told = false;
        return queue.oldest(most, own, resting.names(), onTheirWay);
    }

    private void publishCommitted(int most) {
        ahead = null;
        Lane.Look look = lane.take(most);
        List<UnpublishedRow> free = look.rows().stream().filter(this::isFree).toList();
        Continuation next = reached.continued(free);
        behind |= !look.complete() || !next.complete();
        more = look.more();
        if (!next.rows().isEmpty()) {
            finish(session.start(next.rows()));
        }
    }

    private boolean isFree(UnpublishedRow row) {
        return !standing.contains(row.key()) && !resting.contains(row.key().topic());
    }

    private void finish(Sending sending) {
        session.finish(sending);
        List<UnpublishedRow> sent = sending.acknowledged();
        reached.acknowledged(sent);
        acknowledged.add(sent);
        published.increment(sent.size());
        // What was on its way with the one that failed is in the table.
        behind |= sending.producerIsSpent();
        sending.failures().forEach(this::handle);
    }

    private void handle(SendFailure failure) {
        UnpublishedRow row = failure.row();
        switch (failure.fault()) {
            case RECORD -> {
                standing.add(row.key());
                refused.add(failure);
            }
            case TOPIC -> {
                resting.add(row.key().topic());
                LOG.warn("Nothing can be sent to {}; it waits", row.key().topic(), failure.error());
            }
            case BROKER -> throw new PublishingFailedException(failure.error());
        }
    }

    /** However the round has ended. */
    private void block() {
        while (!refused.isEmpty()) {
            SendFailure failure = refused.getFirst();
            UnpublishedRow row = failure.row();
            Throwable error = failure.error();
            queue.block(row, error.getClass().getSimpleName() + ": " + error.getMessage());
            refused.removeFirst();
            LOG.error(
                    "Message {} of type {} can't be sent; key {} of {} stands still: {}",
                    row.messageId(),
                    row.type(),
                    row.key().subject(),
                    row.key().topic(),
                    error.toString());
        }
    }

    /** Whether everything that is known of was sent. */
    boolean isDone() {
        return !behind && !told && lane.size() == 0;
    }

    /** How long there is nothing to do unless something is committed. */
    Duration idle() {
        return Duration.ofNanos(
                Math.max(0, Math.min(lookedAt + pollNanos - System.nanoTime(), acknowledged.nanosLeft())));
    }

    void close() {
        session.close();
    }
}
