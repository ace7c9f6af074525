package io.fulfilment.saga.application;

import io.fulfilment.events.Command;
import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderOutOfBalance;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.Effect.SendCommand;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.fulfilment.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases, with their database, as the home of one order's sagas. */
final class RuntimeHost implements Host {

    /** What hosts share. */
    record Runtime(
            StartingFulfilment starting,
            AdvancingSagas advancing,
            FiringTimers timers,
            OperatingSagas operating,
            SagaInstances instances,
            RecordingOutbox outbox,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {}

    private final Runtime runtime;
    private @Nullable OrderId order;
    private @Nullable List<SagaInstance<?>> sagas;
    private int heard;

    RuntimeHost(Runtime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<SagaInstance<?>> sagas() {
        var known = sagas;
        if (known == null) {
            known = transaction().execute(_ -> read());
            sagas = known;
        }
        return known;
    }

    @Override
    public void place(OrderPlaced placed) {
        order = placed.orderId();
        runtime.starting().handle(List.of(received(placed, UUID.randomUUID(), null)));
    }

    @Override
    public void give(UUID saga, SagaInput input) {
        sagas = null;
        switch (input) {
            case SagaInput.Started() -> throw new IllegalArgumentException("an order does that");
            case SagaInput.ReplyReceived(var id, var causation, var reply) -> advance((SagaReply) reply, id, causation);
            case SagaInput.TimerFired() -> runtime.timers().fire(List.of(saga));
            case SagaInput.CancellationRequested(var id) ->
                advance(new OrderCancellationRequested(order(), "alice", "changed my mind", Instant.now()), id, null);
            case SagaInput.OutOfBalance(var id, var finding) ->
                advance(new OrderOutOfBalance(order(), finding, Instant.now()), id, null);
            case SagaInput.OperatorActed acted -> runtime.operating().act(saga, acted, null);
        }
    }

    @Override
    public void giveInVain(UUID saga, SagaInput input) {
        transaction().executeWithoutResult(status -> {
            give(saga, input);
            status.setRollbackOnly();
        });
    }

    @Override
    public void passTime(UUID saga, Duration more) {
        sagas = null;
        Waits.passUntilDue(runtime.jdbc(), saga, more);
    }

    @Override
    public List<SendCommand> sent() {
        var all = runtime.outbox().sent(order(), Command.class);
        var fresh = all.subList(heard, all.size()).stream()
                .map(outgoing -> new SendCommand(outgoing.id(), (Command) outgoing.message()))
                .toList();
        heard = all.size();
        return fresh;
    }

    private void advance(Message message, UUID id, @Nullable UUID causation) {
        runtime.advancing().handle(List.of(received(message, id, causation)));
    }

    private List<SagaInstance<?>> read() {
        return runtime.instances().lock(List.of(), List.of(order())).sagas().stream()
                .<SagaInstance<?>>map(StoredSaga::instance)
                .sorted(Comparator.comparing((SagaInstance<?> saga) -> saga.type())
                        .reversed())
                .toList();
    }

    private OrderId order() {
        return Objects.requireNonNull(order, "no order was placed");
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(runtime.transactions());
    }

    private <M extends Message> Received<M> received(M message, UUID id, @Nullable UUID causation) {
        var type = TypeName.of(message.getClass());
        var envelope = new Envelope(
                id, type, "/test", message.subject(), 1, Instant.now(), order().value(), causation, null, "test", 0, 0);
        return new Received<>(message, envelope);
    }
}
