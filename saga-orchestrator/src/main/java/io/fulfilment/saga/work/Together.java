package io.fulfilment.saga.work;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Sagas that share a transaction. If it fails they are taken apart, so that one's fault doesn't keep the others waiting. */
public final class Together {

    private static final Logger LOG = LoggerFactory.getLogger(Together.class);

    private Together() {}

    /**
     * Works on them. An outage is nobody's fault, and is thrown.
     *
     * @param work one transaction
     * @param failed is told of each saga that fails alone
     */
    public static void work(List<UUID> sagas, Consumer<List<UUID>> work, BiConsumer<UUID, RuntimeException> failed) {
        attempt(() -> work.accept(sagas), fault -> {
            LOG.warn("{} sagas did not go together, trying one by one: {}", sagas.size(), fault.toString());
            sagas.forEach(saga -> attempt(() -> work.accept(List.of(saga)), own -> failed.accept(saga, own)));
        });
    }

    private static void attempt(Runnable work, Consumer<RuntimeException> failed) {
        try {
            work.run();
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }
}
