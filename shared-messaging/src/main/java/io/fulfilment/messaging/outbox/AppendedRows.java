package io.fulfilment.messaging.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction has appended so far; written as one statement when everything else is done. */
final class AppendedRows implements TransactionSynchronization {

    private final PendingOutbox owner;
    private final List<OutboxRow> rows = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private List<StoredRow> stored = List.of();
    private boolean written;

    AppendedRows(PendingOutbox owner) {
        this.owner = owner;
    }

    void add(List<OutboxRow> more) {
        if (written) {
            throw new IllegalStateException("the transaction is past the point where its messages were written");
        }
        rows.addAll(more);
    }

    /** Last, so that other callbacks of this kind may still append. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        if (!rows.isEmpty()) {
            stored = owner.write(rows);
        }
    }

    @Override
    public void afterCommit() {
        if (!written) {
            throw new IllegalStateException(
                    "messages appended for the first time in a beforeCommit callback were not sent: append them earlier");
        }
        if (!stored.isEmpty()) {
            owner.tellRelay(stored);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(owner);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(owner, this);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, rows.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int kept = savepoints.getOrDefault(savepoint, 0);
        rows.subList(kept, rows.size()).clear();
    }

    /** Bound to the very end, so that what is appended too late finds these rows written, and is refused. */
    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }
}
