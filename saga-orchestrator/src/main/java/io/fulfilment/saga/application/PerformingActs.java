package io.fulfilment.saga.application;

import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.saga.application.SagaActs.Batch;
import io.fulfilment.saga.application.SagaActs.Claimed;
import io.fulfilment.saga.application.SagaActs.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does by and by what was decided about many sagas. Any number of processes may do so at once. */
@Service
public class PerformingActs {

    private final SagaActs acts;
    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;

    PerformingActs(SagaActs acts, SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.acts = acts;
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    /** What is to be done next. */
    @Transactional
    public Optional<Batch> next(int limit) {
        return acts.next(limit);
    }

    /** Does what is left of it and nobody else has in hand, with the note that it is done: both, or neither. */
    @Transactional
    public void perform(Batch batch) {
        acts.claim(batch).ifPresent(claimed -> perform(batch.act(), claimed));
    }

    /** Notes that it can't be done to a saga. */
    @Transactional
    public void fail(long act, UUID saga, String error) {
        acts.fail(act, saga, error);
    }

    private void perform(long act, Claimed claimed) {
        var locked = instances.lock(claimed.versions().keySet());
        var works = new ArrayList<SagaWork<?>>();
        for (StoredSaga<?> saga : locked.sagas()) {
            if (isAsItWas(saga, claimed)
                    && saga.choices().contains(claimed.acted().act())) {
                var work = new SagaWork<>(saga);
                work.apply(claimed.acted(), Cause.beginning(saga.origin().correlationId()), locked.now(), ids);
                works.add(work);
            }
        }
        journal.record(works);
        var done = works.stream().map(work -> work.id()).toList();
        acts.end(new Batch(act, done), Outcome.DONE);
        acts.end(new Batch(act, others(claimed, done)), Outcome.SKIPPED);
    }

    private static boolean isAsItWas(StoredSaga<?> saga, Claimed claimed) {
        return Objects.equals(claimed.versions().get(saga.instance().id()), saga.version());
    }

    private static List<UUID> others(Claimed claimed, List<UUID> done) {
        var others = new HashSet<>(claimed.versions().keySet());
        done.forEach(others::remove);
        return List.copyOf(others);
    }
}
