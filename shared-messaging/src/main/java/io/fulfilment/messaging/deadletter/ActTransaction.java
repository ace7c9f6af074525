package io.fulfilment.messaging.deadletter;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** An act in one transaction: its effect and the record of it, or neither. */
final class ActTransaction {

    private static final int ATTEMPTS = 3;

    private final TransactionTemplate transaction;

    ActTransaction(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Others lock many keys at once, too; whoever loses a deadlock begins again. */
    <T> T execute(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> act.get()));
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
