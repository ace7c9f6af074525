package io.fulfilment.messaging.outbox;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds rows back until the current transaction commits. */
public final class PendingOutbox {

    private final OutboxTable table;
    private final Supplier<List<BeforeWrite>> before;
    private final Supplier<List<RelaySignal>> relay;

    PendingOutbox(OutboxTable table, Supplier<List<BeforeWrite>> before, Supplier<List<RelaySignal>> relay) {
        this.table = table;
        this.before = before;
        this.relay = relay;
    }

    /** @throws IllegalTransactionStateException outside a transaction */
    public void add(List<OutboxRow> rows) {
        ofCurrentTransaction().add(rows);
    }

    List<StoredRow> write(List<OutboxRow> rows) {
        before.get().forEach(BeforeWrite::run);
        return table.insert(rows);
    }

    void tellRelay(List<StoredRow> committed) {
        relay.get().forEach(signal -> signal.committed(committed));
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
