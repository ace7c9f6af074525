package io.fulfilment.order.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what a transaction changes of the view, over all types of messages in its batch, and writes it in one statement
 * just before the commit. One statement also means one order of locks: two transactions never wait for each other in a
 * ring.
 */
@Component
class ViewChanges {

    private final OrderViewTable table;
    private final ApplicationEventPublisher listeners;

    ViewChanges(OrderViewTable table, ApplicationEventPublisher listeners) {
        this.table = table;
        this.listeners = listeners;
    }

    /** The running transaction's change of an order. */
    ViewChange of(UUID orderId) {
        return gathered().changes.computeIfAbsent(orderId, ViewChange::new);
    }

    private Gathered gathered() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered known) {
            return known;
        }
        var gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        TransactionSynchronizationManager.bindResource(this, gathered);
        return gathered;
    }

    private final class Gathered implements TransactionSynchronization {

        private final Map<UUID, ViewChange> changes = new LinkedHashMap<>();

        /** Before the outbox, which others with the same keys wait for once it is written. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ViewChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ViewChanges.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            table.change(changes.values());
            var advanced = changes.values().stream()
                    .filter(ViewChange::isAdvance)
                    .map(ViewChange::orderId)
                    .toList();
            listeners.publishEvent(new OrdersAdvanced(advanced));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(ViewChanges.this);
        }
    }
}
