package io.fulfilment.saga.application;

import io.fulfilment.events.Message;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what committed transactions sent. */
final class RecordingOutbox implements Outbox {

    private final Map<String, List<Outgoing>> sentBySubject = new ConcurrentHashMap<>();

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
                messages.forEach(
                        outgoing -> sentOf(outgoing.message().subject()).add(outgoing));
            }
        });
    }

    <M extends Message> List<Outgoing> sent(OrderId order, Class<M> type) {
        return sentOf(order.toString()).stream()
                .filter(outgoing -> type.isInstance(outgoing.message()))
                .toList();
    }

    private List<Outgoing> sentOf(String subject) {
        return sentBySubject.computeIfAbsent(subject, _ -> new CopyOnWriteArrayList<>());
    }
}
