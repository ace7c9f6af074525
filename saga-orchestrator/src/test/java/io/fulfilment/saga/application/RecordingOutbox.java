package io.fulfilment.saga.application;

import io.fulfilment.events.Message;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what committed transactions sent. */
final class RecordingOutbox implements Outbox {

    private final List<Outgoing> sent = new CopyOnWriteArrayList<>();

    @Override
    public UUID append(Message message, Cause cause) {
        var id = UUID.randomUUID();
        append(List.of(new Outgoing(id, message, cause)));
        return id;
    }

    @Override
    public void append(Collection<Outgoing> messages) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sent.addAll(messages);
            }
        });
    }

    <M extends Message> List<Outgoing> sent(OrderId order, Class<M> type) {
        return sent.stream()
                .filter(outgoing -> outgoing.message().subject().equals(order.toString()))
                .filter(outgoing -> type.isInstance(outgoing.message()))
                .toList();
    }
}
