package io.fulfilment.saga.work;

import io.fulfilment.messaging.retry.Halves;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Sagas that share a transaction. If it fails they are taken apart, so that one's fault doesn't keep the others waiting. */
public final class Together {

    private Together() {}

    /**
     * Works on them. An outage is nobody's fault, and is thrown.
     *
     * @param work one transaction
     * @param failed is told of each saga that fails alone
     */
    public static void work(List<UUID> sagas, Consumer<List<UUID>> work, BiConsumer<UUID, RuntimeException> failed) {
        new Halves<>(work, Together::isOutage, failed).work(sagas);
    }

    private static boolean isOutage(RuntimeException fault) {
        return fault instanceof TransientDataAccessException
                || fault instanceof NonTransientDataAccessResourceException
                || fault instanceof TransactionException;
    }
}
