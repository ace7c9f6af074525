package io.fulfilment.saga.application;

import io.fulfilment.messaging.IdSource;
import io.fulfilment.saga.engine.SagaInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells sagas that their time is up. Any number of processes may do so at once. */
@Service
public class FiringTimers {

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    FiringTimers(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    /** The sagas that may be due. */
    public List<UUID> due(int limit) {
        return instances.due(limit);
    }

    /** Fires those that are due, unless another process has them in hand. */
    @Transactional
    public void fire(Collection<UUID> candidates) {
        var due = instances.lockDue(candidates);
        var works = new ArrayList<SagaWork<?>>();
        for (StoredSaga<?> saga : due.sagas()) {
            var work = new SagaWork<>(saga);
            work.apply(new SagaInput.TimerFired(), saga.origin(), due.now(), ids);
            works.add(work);
        }
        journal.record(works);
    }

    /** Leaves a saga that can't be told alone for a while. */
    @Transactional
    public void postpone(UUID saga) {
        instances.postpone(saga);
    }
}
