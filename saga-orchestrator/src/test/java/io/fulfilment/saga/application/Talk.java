package io.fulfilment.saga.application;

import io.fulfilment.events.Command;
import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.fulfilment.Example;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What passes between one order's saga and the rest of the world. */
record Talk(
        OrderId order, StartingFulfilment starting, AdvancingSagas advancing, RecordingOutbox outbox, JdbcClient jdbc) {

    SagaId saga() {
        return new SagaId(jdbc.sql("SELECT saga_id FROM saga_instance WHERE order_id = ?")
                .param(order.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single());
    }

    Talk start() {
        starting.handle(List.of(placed()));
        return this;
    }

    Received<OrderPlaced> placed() {
        return received(Example.order(order.value()), null);
    }

    /** Answers the latest command of a type. */
    Talk answer(Class<? extends Command> command, BiFunction<SagaId, OrderId, SagaReply> reply) {
        advancing.handle(List.of(answerTo(command, reply)));
        return this;
    }

    Received<Message> answerTo(Class<? extends Command> command, BiFunction<SagaId, OrderId, SagaReply> reply) {
        return this.<Message>received(
                reply.apply(saga(), order), sent(command).getLast().id());
    }

    List<Outgoing> sent(Class<? extends Message> type) {
        return outbox.sent(order, type);
    }

    @Nullable
    Object column(String name) {
        return jdbc.sql("SELECT " + name + " FROM saga_instance WHERE order_id = ?")
                .param(order.value())
                .query()
                .singleRow()
                .get(name);
    }

    /** The trace that everything the order sets off belongs to. */
    String trace() {
        String id = order.toString().replace("-", "");
        return "00-" + id + "-" + id.substring(16) + "-01";
    }

    /** Has the armed timer be due. */
    void letTimePass() {
        Waits.end(jdbc, order.value());
    }

    private <M extends Message> Received<M> received(M message, @Nullable UUID causation) {
        var envelope = new Envelope(
                UUID.randomUUID(),
                TypeName.of(message.getClass()),
                "/test",
                message.subject(),
                1,
                Instant.now(),
                order.value(),
                causation,
                trace(),
                "test",
                0,
                0);
        return new Received<>(message, envelope);
    }
}
