package io.fulfilment.saga.application;

import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.saga.engine.SagaInput;
import java.util.List;
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

    AdvancingSagas(SagaInstances instances, SagaJournal journal, IdSource ids) {
        this.instances = instances;
        this.journal = journal;
        this.ids = ids;
    }

    /** Several replies to one saga are applied in their order. */
    @Transactional
    public void handle(List<Received<SagaReply>> replies) {
        var wanted = replies.stream().map(AdvancingSagas::sagaOf).distinct().toList();
        var works = new Works<>(instances.lock(wanted), saga -> saga.instance().id(), ids);
        for (Received<SagaReply> reply : replies) {
            if (!works.apply(sagaOf(reply), input(reply), reply.cause())) {
                LOG.warn(
                        "{} {} answers saga {}, which is not here",
                        reply.envelope().type(),
                        reply.envelope().id(),
                        sagaOf(reply));
            }
        }
        journal.record(works.touched());
    }

    private static UUID sagaOf(Received<SagaReply> reply) {
        return reply.message().sagaId().value();
    }

    private static SagaInput input(Received<SagaReply> reply) {
        var envelope = reply.envelope();
        return new SagaInput.ReplyReceived(envelope.id(), envelope.causationId(), reply.message());
    }
}
