package io.fulfilment.saga.application;

import io.fulfilment.messaging.Outbox;
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

    void record(List<SagaWork<?>> changed) {
        if (!changed.isEmpty()) {
            instances.update(changed);
            send(changed);
            durations.record(changed);
        }
    }

    void send(List<? extends SagaWork<?>> works) {
        var outgoing = works.stream().flatMap(work -> work.outgoing().stream()).toList();
        if (!outgoing.isEmpty()) {
            outbox.append(outgoing);
        }
    }
}
