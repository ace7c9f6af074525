package io.fulfilment.saga.application;

import io.fulfilment.messaging.Outbox;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores what was done to sagas, and sends what they have to say: both, or neither. */
@Component
class SagaJournal {

    private final SagaInstances instances;
    private final Outbox outbox;
    private final SagaDurations durations;

    SagaJournal(SagaInstances instances, Outbox outbox, SagaDurations durations) {
        this.instances = instances;
        this.outbox = outbox;
        this.durations = durations;
    }

    /** Those that follow on changed ones are started. */
    void record(Collection<SagaWork<?>> changed) {
        if (!changed.isEmpty()) {
            instances.update(changed);
            send(changed);
            durations.record(changed);
            start(changed.stream().flatMap(work -> work.followers().stream()).toList());
        }
    }

    /** Those whose orders have one of their type already are left out. */
    void start(List<? extends SagaWork<?>> fresh) {
        if (!fresh.isEmpty()) {
            var added = instances.add(fresh);
            send(fresh.stream().filter(work -> added.contains(work.id())).toList());
        }
    }

    private void send(Collection<? extends SagaWork<?>> works) {
        var outgoing = works.stream().flatMap(work -> work.outgoing().stream()).toList();
        if (!outgoing.isEmpty()) {
            outbox.append(outgoing);
        }
    }
}
