package io.fulfilment.messaging.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds rows back until the current transaction commits. */
public final class PendingOutbox {

    private final OutboxTable table;
    private final ObjectProvider<BeforeWrite> before;
    private final ObjectProvider<RelaySignal> relay;

    PendingOutbox(OutboxTable table, ObjectProvider<BeforeWrite> before, ObjectProvider<RelaySignal> relay) {
        this.table = table;
        this.before = before;
        this.relay = relay;
    }

    /** @throws IllegalTransactionStateException outside a transaction */
    public void add(List<OutboxRow> rows) {
        ofCurrentTransaction().add(rows);
    }

    void write(List<OutboxRow> rows) {
        before.forEach(BeforeWrite::run);
        table.insert(rows);
    }

    void wakeRelay() {
        relay.forEach(RelaySignal::wake);
    }

    private AppendedRows ofCurrentTransaction() {
        var current = (@Nullable AppendedRows) TransactionSynchronizationManager.getResource(this);
        if (current != null) {
            return current;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalTransactionStateException("messages are sent within a transaction only");
        }
        var appended = new AppendedRows(this);
        TransactionSynchronizationManager.bindResource(this, appended);
        TransactionSynchronizationManager.registerSynchronization(appended);
        return appended;
    }
}
