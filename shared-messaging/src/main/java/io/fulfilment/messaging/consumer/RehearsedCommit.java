package io.fulfilment.messaging.consumer;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/**
 * Does in the middle of a transaction all that a commit does before it is one: callbacks, what entities have to write, constraints
 * that were put off. To the callbacks, it ends as a rollback; those that follow belong to the next message, as if its transaction
 * were another.
 */
final class RehearsedCommit {

    private final JdbcTemplate jdbc;

    RehearsedCommit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RuntimeException if the commit would fail */
    void reach(TransactionStatus status) {
        TransactionSynchronizationUtils.triggerBeforeCommit(false);
        status.flush();
        jdbc.execute("SET CONSTRAINTS ALL IMMEDIATE");
        jdbc.execute("SET CONSTRAINTS ALL DEFERRED");
        TransactionSynchronizationUtils.triggerBeforeCompletion();
        List<TransactionSynchronization> ended = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        TransactionSynchronizationUtils.invokeAfterCompletion(ended, TransactionSynchronization.STATUS_ROLLED_BACK);
    }
}
