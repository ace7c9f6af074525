package io.fulfilment.saga.application;

import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does to a saga what an operator asks for. */
@Service
public class OperatingSagas {

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** As the saga stands, it can't be done; nothing has changed. */
        NOT_NOW,
        /** It has another version by now; nothing has changed. */
        MOVED_ON,
        NO_SUCH_SAGA
    }

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    OperatingSagas(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    /** @param version the one that the saga must have; null if it may have any */
    @Transactional
    public Outcome act(UUID saga, OperatorActed acted, @Nullable Integer version) {
        var locked = instances.lock(List.of(saga));
        return locked.sagas().stream()
                .findFirst()
                .map(stored -> act(stored, acted, version, locked.now()))
                .orElse(Outcome.NO_SUCH_SAGA);
    }

    private Outcome act(StoredSaga<?> stored, OperatorActed acted, @Nullable Integer version, Instant now) {
        if (version != null && version != stored.version()) {
            return Outcome.MOVED_ON;
        }
        if (!stored.choices().contains(acted.act())) {
            return Outcome.NOT_NOW;
        }
        var work = new SagaWork<>(stored);
        work.apply(acted, Cause.beginning(stored.origin().correlationId()), now, ids);
        journal.record(List.of(work));
        return Outcome.DONE;
    }
}
