package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.saga.engine.Effect;
import io.fulfilment.saga.engine.Effect.SendCommand;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Transition;
import io.fulfilment.saga.engine.TransitionRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The engine by itself, each of whose transitions is checked. */
public final class PureHost implements Host {

    /** Sees every turn. */
    public interface Witness {
        void saw(SagaInstance<?> before, SagaInput input, Instant at, Transition<?> transition);
    }

    private record Entry<D>(SagaDefinition<D> definition, SagaInstance<D> saga) {

        Transition<D> apply(SagaInput input, Instant now) {
            return SagaEngine.apply(definition, saga, input, now);
        }
    }

    private final Random random;
    private final SagaDefinition<Fulfilment> fulfilment;
    private final Witness witness;
    private final Map<UUID, Entry<?>> sagas = new LinkedHashMap<>();
    private final List<SendCommand> sent = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    public PureHost(SagaDefinition<Fulfilment> fulfilment, Random random, Witness witness) {
        this.fulfilment = fulfilment;
        this.random = random;
        this.witness = witness;
    }

    @Override
    public List<SagaInstance<?>> sagas() {
        return sagas.values().stream().<SagaInstance<?>>map(Entry::saga).toList();
    }

    @Override
    public void place(OrderPlaced order) {
        var id = freshId();
        begin(fulfilment, SagaInstance.of(fulfilment, id, Fulfilment.of(new SagaId(id), order)));
    }

    @Override
    public void give(UUID saga, SagaInput input) {
        now = now.plusMillis(random.nextInt(50));
        give(Objects.requireNonNull(sagas.get(saga)), input);
    }

    @Override
    public void giveInVain(UUID saga, SagaInput input) {
        Objects.requireNonNull(sagas.get(saga)).apply(input, now);
    }

    @Override
    public void passTime(UUID saga, Duration more) {
        var deadline = Objects.requireNonNull(sagas.get(saga)).saga().deadline();
        if (deadline != null && deadline.isAfter(now)) {
            now = deadline;
        }
        now = now.plus(more);
    }

    @Override
    public List<SendCommand> sent() {
        var all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    private <D> void begin(SagaDefinition<D> definition, SagaInstance<D> saga) {
        var entry = new Entry<>(definition, saga);
        assertThat(sagas.put(saga.id(), entry)).isNull();
        give(entry, new SagaInput.Started());
    }

    private <D> void give(Entry<D> entry, SagaInput input) {
        var transition = entry.apply(input, now);
        witness.saw(entry.saga(), input, now, transition);
        TransitionRules.check(entry.definition(), entry.saga(), input, transition);
        SagaRules.checkPath(transition.instance());
        sagas.put(entry.saga().id(), new Entry<>(entry.definition(), transition.instance()));
        for (Effect effect : transition.effects()) {
            switch (effect) {
                case SendCommand command -> {
                    assertThat(ids.add(command.id())).as("a fresh id").isTrue();
                    sent.add(command);
                }
                case Effect.Follow() -> follow(new Entry<>(entry.definition(), transition.instance()));
                case Effect.Log _, Effect.Publish _ -> {}
            }
        }
    }

    private <D> void follow(Entry<D> ended) {
        assertThat(ended.saga().isOver()).as("followed before its end").isTrue();
        begin(
                Objects.requireNonNull(ended.definition().undoing().followUp()),
                ended.saga().data());
    }

    private <D, N> void begin(io.fulfilment.saga.engine.FollowUp<D, N> followUp, D data) {
        begin(followUp.next(), followUp.instance(freshId(), data));
    }

    private UUID freshId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
