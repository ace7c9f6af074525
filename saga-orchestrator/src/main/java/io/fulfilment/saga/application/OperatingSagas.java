package io.fulfilment.saga.application;

import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
        NO_SUCH_SAGA
    }

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;
    private final Clock clock;

    OperatingSagas(SagaInstances instances, SagaJournal journal, IdSource ids, Clock clock) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Outcome act(UUID saga, OperatorAct act, String by, String reason) {
        return instances.lock(List.of(saga)).stream()
                .findFirst()
                .map(stored -> act(stored, new OperatorActed(act, by, reason)))
                .orElse(Outcome.NO_SUCH_SAGA);
    }

    private <D> Outcome act(StoredSaga<D> stored, OperatorActed acted) {
        if (!SagaEngine.choices(stored.definition(), stored.instance()).contains(acted.act())) {
            return Outcome.NOT_NOW;
        }
        var work = new SagaWork<>(stored);
        work.apply(acted, Cause.beginning(stored.correlationId()), clock.instant(), ids);
        journal.record(List.of(work));
        return Outcome.DONE;
    }
}
