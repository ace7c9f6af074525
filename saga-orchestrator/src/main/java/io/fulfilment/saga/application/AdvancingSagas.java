package io.fulfilment.saga.application;

import io.fulfilment.events.Message;
import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderOutOfBalance;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.fulfilment.OrderCancellation;
import io.fulfilment.saga.fulfilment.OrderFulfilment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes sagas on with what participants answer, and with what becomes of their orders otherwise: all together, so that their
 * locks are taken in one order.
 */
@Service
public class AdvancingSagas {

    private static final Logger LOG = LoggerFactory.getLogger(AdvancingSagas.class);
    private static final String FULFILMENT = OrderFulfilment.DEFINITION.type();
    private static final String CANCELLATION = OrderCancellation.DEFINITION.type();

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    AdvancingSagas(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * Several messages to one saga are applied in their order.
     *
     * @throws IllegalStateException if an order has no saga: it was placed on the same topic, before
     */
    @Transactional
    public void handle(List<Received<Message>> messages) {
        var locked = instances.lock(sagasIn(messages), ordersIn(messages));
        var works = new Works(locked);
        for (Received<Message> received : messages) {
            find(received.message(), works)
                    .ifPresentOrElse(
                            work -> work.apply(input(received), received.cause(), locked.now(), ids),
                            () -> passOver(received));
        }
        journal.record(works.touched());
    }

    private static List<UUID> sagasIn(List<Received<Message>> messages) {
        return only(SagaReply.class, messages)
                .map(reply -> reply.sagaId().value())
                .distinct()
                .toList();
    }

    private static List<OrderId> ordersIn(List<Received<Message>> messages) {
        return Stream.concat(
                        only(OrderCancellationRequested.class, messages).map(OrderCancellationRequested::orderId),
                        only(OrderOutOfBalance.class, messages).map(OrderOutOfBalance::orderId))
                .distinct()
                .toList();
    }

    /** The last saga of an order answers for its end. */
    private static Optional<SagaWork<?>> find(Message message, Works works) {
        return switch (message) {
            case SagaReply reply -> works.saga(reply.sagaId().value());
            case OrderCancellationRequested request -> works.saga(FULFILMENT, request.orderId());
            case OrderOutOfBalance found ->
                works.saga(CANCELLATION, found.orderId()).or(() -> works.saga(FULFILMENT, found.orderId()));
            default -> throw new IllegalArgumentException("no saga waits for " + message);
        };
    }

    private static SagaInput input(Received<Message> received) {
        var envelope = received.envelope();
        return switch (received.message()) {
            case SagaReply reply -> new SagaInput.ReplyReceived(envelope.id(), envelope.causationId(), reply);
            case OrderCancellationRequested _ -> new SagaInput.CancellationRequested(envelope.id());
            case OrderOutOfBalance found -> new SagaInput.OutOfBalance(envelope.id(), found.finding());
            default -> throw new IllegalArgumentException("no saga waits for " + received.message());
        };
    }

    private static void passOver(Received<Message> received) {
        var envelope = received.envelope();
        if (!(received.message() instanceof SagaReply reply)) {
            throw new IllegalStateException(
                    envelope.type() + " " + envelope.id() + " is about an order that no saga fulfils");
        }
        LOG.warn("{} {} answers saga {}, which is not here", envelope.type(), envelope.id(), reply.sagaId());
    }

    private static <M extends Message> Stream<M> only(Class<M> type, List<Received<Message>> messages) {
        return messages.stream().map(Received::message).filter(type::isInstance).map(type::cast);
    }
}
