package io.fulfilment.saga.application;

import io.fulfilment.events.saga.SagaEvent;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.saga.engine.Effect;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.Milestone;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A saga in a transaction: how it was read, and everything that was done to it since. */
public final class SagaWork<D> {

    private final StoredSaga<D> stored;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private SagaInstance<D> instance;
    private @Nullable TimerChange timer;

    /** @param pause from now; null where no timer is armed any more */
    public record TimerChange(@Nullable Duration pause) {}

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
                case Effect.Publish(var milestone) -> outgoing.add(new Outgoing(ids.next(), event(milestone), cause));
                case Effect.ArmTimer(var at) -> timer = new TimerChange(Duration.between(now, at));
                case Effect.DisarmTimer() -> timer = new TimerChange(null);
                case Effect.Log(var entry) -> log.add(entry);
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

    /** Empty if the timer stays as it is. */
    public Optional<TimerChange> timer() {
        return Optional.ofNullable(timer);
    }

    /** Empty if nothing was learned. */
    public Optional<D> changedData() {
        return instance.data().equals(stored.instance().data()) ? Optional.empty() : Optional.of(instance.data());
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    boolean hasEnded() {
        return instance.status().isFinal() && !stored.instance().status().isFinal();
    }

    private SagaEvent event(Milestone milestone) {
        var saga = new SagaId(instance.id());
        OrderId order = stored.orderId();
        return switch (milestone) {
            case Milestone.Started() -> started(saga, order, stored.definition());
            case Milestone.CompensationStarted(var failure) ->
                new SagaEvent.SagaCompensationStarted(saga, order, failure.step(), failure.reason());
            case Milestone.Parked(var step, var reason) -> new SagaEvent.SagaParked(saga, order, step, reason);
            case Milestone.Completed() -> new SagaEvent.SagaCompleted(saga, order);
            case Milestone.Compensated() -> new SagaEvent.SagaCompensated(saga, order);
        };
    }

    private static SagaEvent started(SagaId saga, OrderId order, SagaDefinition<?> definition) {
        return new SagaEvent.SagaStarted(saga, order, definition.type(), definition.version());
    }
}
