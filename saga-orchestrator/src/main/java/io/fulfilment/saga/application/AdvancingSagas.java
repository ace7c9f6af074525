package io.fulfilment.saga.application;

import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.SagaInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes sagas on with what participants answer. */
@Service
public class AdvancingSagas {

    private static final Logger LOG = LoggerFactory.getLogger(AdvancingSagas.class);

    private final SagaInstances instances;
    private final SagaJournal journal;
    private final IdSource ids;
    private final Clock clock;

    AdvancingSagas(SagaInstances instances, SagaJournal journal, IdSource ids, Clock clock) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Several replies to one saga are applied in their order. */
    @Transactional
    public void handle(List<Received<SagaReply>> replies) {
        var works = lock(replies);
        var now = clock.instant();
        for (Received<SagaReply> reply : replies) {
            var work = works.get(sagaOf(reply));
            if (work == null) {
                LOG.warn(
                        "{} {} answers saga {}, which is not here",
                        reply.envelope().type(),
                        reply.envelope().id(),
                        sagaOf(reply));
            } else {
                work.apply(input(reply), reply.cause(), now, ids);
            }
        }
        journal.record(new ArrayList<>(works.values()));
    }

    private Map<UUID, SagaWork<?>> lock(List<Received<SagaReply>> replies) {
        var works = new HashMap<UUID, SagaWork<?>>();
        var wanted = replies.stream().map(AdvancingSagas::sagaOf).distinct().toList();
        instances.lock(wanted).forEach(saga -> works.put(saga.instance().id(), new SagaWork<>(saga)));
        return works;
    }

    private static UUID sagaOf(Received<SagaReply> reply) {
        return reply.message().sagaId().value();
    }

    private static SagaInput input(Received<SagaReply> reply) {
        var envelope = reply.envelope();
        return new SagaInput.ReplyReceived(envelope.id(), envelope.causationId(), reply.message());
    }
}
