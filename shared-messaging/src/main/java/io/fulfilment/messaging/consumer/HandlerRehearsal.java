package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.deadletter.DeadLetterSummary;
import io.fulfilment.messaging.deadletter.HeldKey;
import io.fulfilment.messaging.deadletter.HeldMessage;
import io.fulfilment.messaging.deadletter.HeldQueue;
import io.fulfilment.messaging.deadletter.ParkedKeys;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.messaging.deadletter.Rehearsal;
import io.fulfilment.messaging.deadletter.Rehearsed;
import io.fulfilment.messaging.deadletter.Rehearsed.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers what is parked to the handlers in a transaction that is rolled back. It counts nowhere, and sends nothing. */
final class HandlerRehearsal implements Rehearsal {

    /** The key is locked meanwhile, and so is whatever its handlers lock. */
    private static final int MOST = 200;

    private final TransactionTemplate transaction;
    private final ParkedKeys parked;
    private final HeldQueue queue;
    private final HeldDelivery delivery;
    private final RehearsedCommit commit;

    HandlerRehearsal(
            TransactionTemplate transaction,
            ParkedKeys parked,
            HeldQueue queue,
            HeldDelivery delivery,
            RehearsedCommit commit) {
        this.transaction = transaction;
        this.parked = parked;
        this.queue = queue;
        this.delivery = delivery;
        this.commit = commit;
    }

    @Override
    public List<Rehearsed> rehearse(long key) {
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                return parked.lock(key).map(held -> rehearse(held, status)).orElse(List.of());
            } finally {
                status.setRollbackOnly();
            }
        }));
    }

    private List<Rehearsed> rehearse(HeldKey key, TransactionStatus status) {
        List<DeadLetterSummary> waiting = parked.messages(key.id(), MOST);
        var errors = new HashMap<Long, @Nullable String>();
        int tried = 0;
        boolean passes = true;
        while (passes && tried < MOST) {
            HeldMessage next = queue.next(key).orElse(null);
            if (next == null) {
                break;
            }
            Tried result = tried(key, next, status);
            if (result.hasTurn()) {
                errors.put(next.id(), result.error());
            }
            passes = result.error() == null;
            // What is discarded is passed without a handler, and each once.
            tried += next.discarded() ? 0 : 1;
        }
        return waiting.stream().map(letter -> rehearsed(letter, errors)).toList();
    }

    /** @param hasTurn false for one that turned out to come too early */
    private record Tried(boolean hasTurn, @Nullable String error) {}

    private Tried tried(HeldKey key, HeldMessage message, TransactionStatus status) {
        try {
            Outcome outcome = delivery.deliver(key, message, delivery.read(message));
            if (outcome == Outcome.PARKED) {
                return new Tried(true, Reason.OUT_OF_SEQUENCE.name());
            }
            if (status.isRollbackOnly()) {
                throw new UnexpectedRollbackException("a handler has decided to roll back");
            }
            commit.reach(status);
            return new Tried(outcome != Outcome.HELD, null);
        } catch (RuntimeException | StackOverflowError e) {
            if (Blame.of(e) != Blame.MESSAGE) {
                throw e;
            }
            return new Tried(true, e.getClass().getName());
        }
    }

    private static Rehearsed rehearsed(DeadLetterSummary letter, Map<Long, @Nullable String> errors) {
        if (!errors.containsKey(letter.id())) {
            return new Rehearsed(letter, Result.NOT_REACHED, null);
        }
        String error = errors.get(letter.id());
        return new Rehearsed(letter, error == null ? Result.PASSES : Result.FAILS, error);
    }
}
