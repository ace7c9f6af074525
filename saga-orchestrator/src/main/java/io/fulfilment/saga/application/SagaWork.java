package io.fulfilment.saga.application;

import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.saga.engine.Effect;
import io.fulfilment.saga.engine.FollowUp;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A saga in a transaction: how it was read, and everything that was done to it since. */
public final class SagaWork<D> {

    private final StoredSaga<D> stored;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final List<SagaWork<?>> followers = new ArrayList<>();
    private SagaInstance<D> instance;

    SagaWork(StoredSaga<D> stored) {
        this.stored = stored;
        this.instance = stored.instance();
    }

    void apply(SagaInput input, Cause cause, Instant now, IdSource ids) {
        var transition = SagaEngine.apply(stored.definition(), instance, input, now);
        instance = transition.instance();
        for (Effect effect : transition.effects()) {
            switch (effect) {
                case Effect.SendCommand(var id, var command) -> outgoing.add(new Outgoing(id, command, cause));
                case Effect.Publish(var milestone) ->
                    outgoing.add(new Outgoing(ids.next(), Announcement.of(milestone, stored), cause));
                case Effect.Log(var entry) -> log.add(entry);
                case Effect.Follow() -> follow(stored.definition().undoing().followUp(), cause, now, ids);
            }
        }
    }

    public UUID id() {
        return instance.id();
    }

    public StoredSaga<D> stored() {
        return stored;
    }

    public SagaInstance<D> instance() {
        return instance;
    }

    public List<LogEntry> log() {
        return log;
    }

    /** Empty if nothing was learned. */
    public Optional<D> changedData() {
        return instance.data().equals(stored.instance().data()) ? Optional.empty() : Optional.of(instance.data());
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    /** Those that have started because of it. */
    List<SagaWork<?>> followers() {
        return followers;
    }

    boolean hasEnded() {
        return instance.isOver() && !stored.instance().isOver();
    }

    private <N> void follow(@Nullable FollowUp<D, N> followUp, Cause cause, Instant now, IdSource ids) {
        var next = Objects.requireNonNull(followUp, "only what has a follow-up is followed");
        var follower = next.instance(ids.next(), instance.data());
        var work =
                new SagaWork<>(new StoredSaga<>(next.next(), follower, stored.orderId(), StoredSaga.origin(cause), 0));
        work.apply(new SagaInput.Started(), cause, now, ids);
        followers.add(work);
    }
}
