package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.deadletter.HeldKeys;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction over a batch: inbox, handlers, what is held and, as it commits, the outbox. All of it or nothing. */
final class BatchTransaction {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final HeldKeys held;
    private final Handling handling;
    private final HoldingRules rules;
    private final Clock clock;
    private final Runnable afterHolding;

    /** @param afterHolding told when something was held */
    BatchTransaction(
            TransactionTemplate transaction,
            Inbox inbox,
            HeldKeys held,
            Handling handling,
            HoldingRules rules,
            Clock clock,
            Runnable afterHolding) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.held = held;
        this.handling = handling;
        this.rules = rules;
        this.clock = clock;
        this.afterHolding = afterHolding;
    }

    /** Safe to repeat, with any part of the batch settled before. */
    void settle(List<Incoming> batch) {
        settle(batch, null);
    }

    /** As {@link #settle(List)}; one of the messages is held untried, and so are those of its key behind it. */
    void settle(List<Incoming> batch, @Nullable Condemned condemned) {
        long start = System.nanoTime();
        Sorted sorted = Objects.requireNonNull(transaction.execute(status -> {
            var result = new Sorted(batch, inbox.take(batch), rules, clock.instant(), condemned);
            held.hold(result.toHold());
            handling.handle(result.toHandle());
            inbox.advance(result.reached());
            return result;
        }));
        handling.settled(sorted.outcomes(), System.nanoTime() - start);
        if (!sorted.toHold().isEmpty()) {
            afterHolding.run();
        }
    }
}
