package io.fulfilment.saga.application;

import io.fulfilment.events.value.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every saga, each with its log. Its clock is the one by which timers fire. */
public interface SagaInstances {

    /** The present transaction's instant. */
    Instant now();

    /** Locks those that exist until the transaction ends, in an order that keeps batches from deadlocking. */
    Locked lock(Collection<UUID> ids);

    /** As {@link #lock}, and with them all sagas of these orders. */
    Locked lock(Collection<UUID> ids, Collection<OrderId> orders);

    /** Stores new sagas, except for orders that have one of the type; returns the ids of those stored. */
    Set<UUID> add(Collection<? extends SagaWork<?>> started);

    /**
     * Stores what was done to sagas.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if one was changed since it was read; then the
     *     transaction must not commit
     */
    void update(Collection<SagaWork<?>> changed);

    /** Those to look at by now, longest due first. */
    List<UUID> due(int limit);

    /**
     * Locks those whose timer fires by now and that nobody else has locked. Of the others that are due to be looked at,
     * the next look is put off until their timer fires.
     */
    Locked lockDue(Collection<UUID> ids);

    /** Looks at a saga again a minute from now. */
    void postpone(UUID id);

    /** @param now the transaction's instant */
    record Locked(List<StoredSaga<?>> sagas, Instant now) {}
}
